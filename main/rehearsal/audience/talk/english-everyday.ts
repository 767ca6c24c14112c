import { englishWords } from './english-words.ts';
import { lineList, questionList } from './lists.ts';
import type { Phrasebook } from './phrasebook.ts';

export const englishEveryday: Phrasebook = {
  lexicon: englishWords,
  lines: {
    greeting: lineList(`
      {hey} {everyone|chat|all|{host}|friends}{|!|, made it| from {city}|, just finished {doing}|, late as usual}
      {hey} from {city}{|, it is {#1-6} am here|, raining again|, first time here| 👋}
      first time {here|catching this live|in chat}{|, be nice|, {who} sent me|, hi all}
      {am I late?|did I miss much?|just got here|finally live}{| sorry| {doing} ran long| traffic was awful}
      {back|home} from {doing}, {what did I miss|hi {host}|snacks ready}
    `),
    reaction: lineList(`
      {wow}{|!|!!|...| lol| honestly|, {wow}}
      that {bit|part|moment|face|timing} was {perfect|everything|illegal|too much|hilarious|smooth}
      {clip|someone clip|please clip|can we clip} {that|it}{|!| please| for {who}}
      I'm {feel} {now|already|and it's only {#7-11}|again|, {who} too}
      {who} {is asking why I laugh|just walked in|is watching too|says hi|thinks I lost it|came to listen}
      ok {that got me|I did not see that coming|I need a minute|this is why I stay up|{wow}}
      can't believe {that worked|this is free|I almost skipped today|it's only {Monday|Tuesday|Thursday}}
      {oh no|oh wow|oh come on|omg}{|, again?|, not like this|, here we go| haha}
      {who} just said "{wow}"{| and left| and sat down| lol}
      dropped my {phone|spoon|{food}}{| lol| because of that|, worth it}
      {the timing|the silence|that look|the way you said that}{| 💀| lol|, {wow}| is going to live in my head}
      {rewinding|screenshotting|sending} that {to {who}|for later|forever}
    `),
    praise: lineList(`
      {the audio|the light|the camera|your hair|that jacket|the new set} {looks|is} {great|so good tonight|better than last week}{|!}
      {host} {you are on fire tonight|never misses|take a sip of water|you made my week|deserves more viewers}
      been here {for {span}|since the old channel}{|, still the best|, never left early|, worth every minute}
      {who} never watches streams and {is still here|asked for your name|stole my tablet}
    `),
    smalltalk: lineList(`
      watching {from|on} {the train|my lunch break|the couch|a tiny phone|the bus in {city}}{|, shh|, {feel}}
      should be doing {doing} {but here we are|, oh well|, send help|instead}
      {eating|having|making} {food} {and vibing|with {who}|, no regrets|for the third time this week}
      {raining|snowing|so hot|power just came back|foggy} in {city}{|, you?|, perfect stream weather| again}
      {passed my exam|got the job|it is my birthday|bad day at work|moving house|lost my umbrella|adopted a cat} {today|this week}{|, needed this| 🎉| so hi}
      {battery|phone} at {#2-12}%{|, pray for me|, worth it|, charger is too far}
      is it {lagging|blurry|quiet} {for anyone else|or just me|again}{|?|?, refreshing|? ok fixed now}
      {who} {stole my {food}|fell asleep on me|wants to say hi|is singing in the shower}
      day {#2-40} of {no coffee|going to bed early|learning the ukulele|{doing}}: {failed|still alive|send {food}}
    `),
    request: lineList(`
      {host} {say hi to {who}|shout out {city}|read my name please|tell the story about {food}|wave!|do the laugh again}
      {can|could} {you|we} {turn it up a bit|get a poll|stay {#10-40} more minutes|see the {chat|camera|desk}}?{| please}
      {who} {has an exam tomorrow|turns {#6-80} today}, {can you say something|one hi please|wish them luck?}
    `),
    reply: lineList(`
      @{nick} {same|haha true|welcome!|where are you from?|good luck!|agreed|you again :)|no way|happy birthday!|hang in there|scroll up|it was {#5-20} min ago}
      @{nick} {enjoy the {food}|say hi to {city}|tell {who} hello|I have been there|that made me {feel}}
      {nick} {is right|knows|said it|stop it lol|always first}
      what {nick} said
    `),
    laugh: lineList(`
      {ha*2-14}
      l{o*1-10}l
      lma{o*1-12}
      I {can’t|am crying|spat out {food}|woke up {who}}{| lol}
      {he*2-10}
      LOL{L*0-9}
      {😂*1-8}
      {bahaha|pfff|snort}{| 😂| {who} heard that}
    `),
    goodbye: lineList(`
      {bedtime|gotta go|work calls|{doing} calls}, {night all|see you {tomorrow|Friday}|bye chat|take care}
      {night|bye|cya} {everyone|{host}|chat}{|, great stream|, back tomorrow|, sleep well}
    `),
    long: lineList(`
      Long message incoming, sorry. I have been lurking for {span} and never typed a thing. {Last winter|This spring} I was stuck in {city} with {doing} every night and this stream was the one thing that made me {feel}. Today I {finally passed my exam|got the job|moved into my own place|finished the course}, so I wanted to say thank you, and {who} says thanks too because I have stopped complaining. Back to lurking, enjoy the {food}.
      Unpopular opinion but the {pacing|sound|camera|schedule} is {so much better|way calmer|finally right} since {last week|the break|the new setup}: {fewer interruptions|you talk to chat more|the music is not fighting your voice}, {newcomers get an answer|the mods are quick|nobody rushes}. One wish: {start ten minutes earlier|a short break every hour|post the plan}, because I always miss the first part because of {doing}. That is all, carry on.
      True story: I was on {the night bus|the tram|a train} in {city}, headphones died, and the whole carriage got {host} at full volume. {An old man|A nurse|Some kid} across the aisle just nodded and said "{turn it up|this one is good|same}". We ended up sharing {food} until the last stop. So if you are reading this: hi, {wow}, see you on the {#2-40}.
    `),
  },
  questions: questionList(`
    {how long|until when} {are you|is {host}} {live|on} {tonight|today}? => {another hour|till midnight|usually {#2-4} hours|as long as the voice holds} / pinned message says {#10-12}
    {is there|where is} {a replay|the vod|a schedule|the group link}? => {in the bio|pinned|tomorrow usually|every {Wed|Fri} evening}
    anyone {else|here} from {city}? => {me!|yep|close, {city}|half of chat I think|used to live there}
    {what time|what day} is it {there|for you}? => {#1-11} {am|pm} / late. very late.
    is {host} {always this funny|okay|new here}? => {yes|always|only on {Mondays|Fridays}|{span} in}
    what {are we|is everyone} eating? => {food} / {food}, obviously / nothing, {feel}
    {what just happened|why is everyone laughing|who was that}? => {scroll up|hard to explain|you had to be here|the mic fell|{who} I think}
  `),
  moments: [
    {
      mood: 'laugh',
      lines: lineList(`
        {HA*2-12}
        {host} {please|stop|you can’t say that|your face}{| lol| 😂}
        {I’m dead|crying|wheezing|my stomach}{| lol|!}
        clip it {now|please|!!!}
        {who} {is laughing too|gave up|wants to know what is so funny}
      `),
      echo: lineList(`
        LOL
        hahahaha
        clip it
        💀
        LMAO
      `),
    },
    {
      mood: 'scare',
      lines: lineList(`
        {who} is {hiding|screaming|holding my arm}
        N{O*2-14}
        {do not|don’t} {look|open it|go there}{!*1-5}
        lights are {on|staying on} tonight
        I {jumped|threw my {food}|muted it}{| lol}
      `),
      echo: lineList(`
        NOPE
        nope nope nope
        😱😱😱
        RUN
      `),
    },
    {
      mood: 'gift',
      lines: lineList(`
        thank you {nick}!
        {what a|big|huge} {gift|legend}{|!|, wow}
        my {screen|phone} {froze|lit up}{| lol}
        {nick} {is loaded|went all in|made {host} blush}
      `),
      echo: lineList(`
        ty!!
        W
        ❤️❤️❤️
        legend
      `),
    },
    {
      mood: 'draw',
      lines: lineList(`
        pick me{| pick me|!| please}
        {never|I never} win{|, but here we go|, {#3-40} tries}
        gz {nick}{|!|, share it lol}
      `),
      echo: lineList(`
        me!!
        1
        pick me
      `),
    },
  ],
};
