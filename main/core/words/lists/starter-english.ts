import type { StarterSource } from './starter-lists.ts';

const LINKS = [
  { note: 'web link', text: 'https?://\\S+', squeeze: false },
  { note: 'web link (www)', text: '\\bwww\\.\\S+', squeeze: false },
  { note: 'email address', text: '\\b[a-z0-9._%+-]+@[a-z0-9-]+\\.[a-z]{2,}\\b', squeeze: false },
  { note: 'invite link', text: '\\b(?:discord\\.gg|t\\.me|bit\\.ly|wa\\.me)/\\S+', squeeze: false },
];

/** English starter lists, in the form that `starter-chinese.ts` explains; phrases have `_` for their spaces. */
export const englishStarters: readonly StarterSource[] = [
  {
    id: 'en.abuse',
    level: 'hold',
    words: `
idiot=idiots idiotic
moron=morons moronic
loser=losers
stupid
dumb=dumber
dumbass=dumbasses dumb_ass
shut_up=stfu
ugly
screw_you
crap=crappy
bastard=bastards
jerk=jerks!jerk_chicken jerk_sauce knee_jerk
scumbag=scumbags
douche=douchebag douchebags
jackass
ass=asses!ass-backwards
asshole=assholes
arse
bullshit
shit=shitty shits shite!Shiite Shiites
fuck=fucking fucked fucker fucks fk fuk!Fuk_Lo Fuk_Wah Fuk_Wing Fuk_Wa Fuk_Street Fuk_Road Tai_Fuk Nam_Fuk FK_Partizan FK_Crvena
motherfucker=motherfuckers
bitch=bitches bitching
piss_off
kill_yourself=kys unalive_yourself
go_die
trash_streamer
you_suck
nobody_likes_you
wtf
hell=go_to_hell!hell_yeah hell_of_a
damn=damned goddamn
`,
  },
  {
    id: 'en.adverts',
    level: 'hold',
    words: `
add_me_on=add_my_snap add_my_insta add_my_discord add_my_ig add_my_kik
telegram
whatsapp=whats_app watsapp
dm_me=pm_me message_me_on!1_pm_me 2_pm_me 3_pm_me 4_pm_me 5_pm_me 6_pm_me 7_pm_me 8_pm_me 9_pm_me 10_pm_me 11_pm_me 12_pm_me
check_my_bio=link_in_bio check_my_profile click_my_profile
buy_followers=cheap_followers free_followers real_followers
follow_for_follow=f4f follow_back!follow_back_button
sub_for_sub=sub4sub s4s
promo_code=discount_code
visit_my_channel=check_out_my_channel watch_my_stream
onlyfans
text_me_at=call_me_at hmu_on
click_the_link=click_this_link
boost_your_views=viewbot view_bot
`,
    patterns: LINKS,
  },
  {
    id: 'en.scam',
    level: 'hold',
    words: `
free_money
double_your_money
guaranteed_profit=guaranteed_profits guaranteed_returns
crypto_giveaway=bitcoin_giveaway
send_bitcoin=send_btc
seed_phrase=recovery_phrase
gift_card_code=gift_card_codes
claim_your_prize=claim_your_reward
you_have_won=you_won_a_prize you_won_a_gift you_won_a_free you_won_an_iphone you_won_the_lottery
free_robux=free_vbucks free_v-bucks
free_nitro
earn_from_home=work_from_home_and_earn
forex_signals=trading_signals
cashapp_flip=cash_app_flip
verify_your_account=recover_your_account
easy_cash
`,
  },
  {
    id: 'en.gambling',
    level: 'block',
    words: `
casino=casinos!casino_royale
sports_betting=betting_site betting_tips
free_spins=bonus_spins
roulette
baccarat
slot_machine=slot_machines
bet_now=place_your_bet place_your_bets!you_bet_now
deposit_bonus
sportsbook
`,
  },
  {
    id: 'en.minors',
    level: 'block',
    words: `
don't_tell_your_parents=don't_tell_your_mom don't_tell_your_dad don't_tell_anyone
our_little_secret=it's_our_secret keep_our_secret
send_me_a_pic=send_pics send_me_pics send_me_your_pics send_a_selfie send_nudes
what_school_do_you_go_to=which_school_do_you_go_to
keep_this_between_us
meet_me_after_school=meet_up_alone
are_you_home_alone=are_your_parents_home
any_kids_here
asl
how_old_are_you_dm
`,
  },
];
