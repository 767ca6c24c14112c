import { lineList, questionList, wordList } from './lists.ts';
import type { Phrasebook } from './phrasebook.ts';

/** The game, its opponents and its places are invented. */
export const englishGame: Phrasebook = {
  lexicon: {
    item: lineList(`
      the Rust Dragon
      Clocktower Guard
      the Sand Queen
      Captain Fog
      the Gear Bishop
      Twin Gate
      the Faceless Knight
    `),
    place: lineList(`
      clock tower
      fog harbour
      ice bridge
      sewers
      hangar
      second floor
      lighthouse
    `),
    gear: lineList(`
      greatsword
      bow
      frying pan
      shield
      hook
      staff
      shotgun
      boomerang
    `),
    fail: wordList('greedy misclicked unlucky overconfident distracted lagging lost'),
  },
  lines: {
    reaction: lineList(`
      {too |a bit |just }{fail}{|, lol|, classic|, again|, we’ve all been there}
      {now} has {#2-40}% left{|!|, stay calm|, don’t be greedy}
      check the {place}{|, trust me|, behind the crates|, there is a chest}
      {dodge|heal|parry|run|save|look up}{!*1-5}
      I quit at the {place}{| lol| twice|, never came back}
      that {gear} {is busted|build slaps|needs a nerf|goes hard}
      {behind you|on your left|on your right|minimap}{!*1-5}
      {gg|nice|clean|what a play|cracked}{|, teach me|, clip it|, wow}
      {who} {beat {now} in {#1-9} tries|says use the {gear}|would have jumped}
      {fell off|got stuck in the wall|forgot to heal|pressed the wrong button}{| again| lol|, {wow}}
      the {place} music {slaps|makes me {feel}|is stuck in my head}
    `),
    request: lineList(`
      try the {gear}{|, please|, for one run|, I dare you}
      {duo|squad|carry me|viewer games} {later|tonight|please}?
      go back to the {place}{|, there is a door|, you missed the {gear}}
    `),
    praise: lineList('{aim|movement|reads|comms} on point{| tonight|!|, wow}'),
    reply: lineList(
      '@{nick} {you need the {gear} first|no spoilers|two doors in the {place}|skill issue :)|it respawns}',
    ),
  },
  questions: questionList(`
    what game is this? => Harbour Line / title says Harbour Line
    how do you beat {now}? => {aim for the legs|stay behind|{gear}|patience|don’t be greedy}
    what {rank|level|difficulty}? => {max difficulty|level {#40-99}|gold, sadly|just promoted}
    where is the {gear}? => {place} / {after {now}|in the shop|behind the {place}}
  `),
  moments: [
    {
      mood: 'high',
      lines: lineList(`
        LET’S G{O*1-12}
        {finally|first try (number {#12-80})|down goes {now}}{|!|!!!}
        I looked away for {#2-9} seconds
        no hit?? {wow}
        {who} {screamed|is dancing|missed it}
      `),
      echo: lineList(`
        GG
        POG
        LETS GOOO
        gg wp
        🎉🎉🎉
      `),
    },
    {
      mood: 'fail',
      lines: lineList(`
        {too |so }{fail}{| 😂| rip| lol}
        death count {+1|{#12-99}}
        blame {the lag|the chair|{who}|the keyboard}
        see you at the {place}
      `),
      echo: lineList(`
        F
        rip
        F F F
        oof
        +1
      `),
    },
  ],
};
