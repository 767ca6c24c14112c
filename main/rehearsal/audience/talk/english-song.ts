import { lineList, questionList, wordList } from './lists.ts';
import type { Phrasebook } from './phrasebook.ts';

/** Songs are invented. */
export const englishSong: Phrasebook = {
  lexicon: {
    item: lineList(`
      Paper Lanterns
      Midnight Tram
      Salt and Cinnamon
      Harbour Lights
      Two Left Shoes
      Slow Train South
      The Last Payphone
      Kitchen Window
      Orange Streetlight
    `),
    part: lineList(`
      chorus
      bridge
      intro
      high note
      harmony
      second verse
      outro
      falsetto
      key change
    `),
    instrument: wordList('guitar piano harmonica ukulele bass cello accordion'),
  },
  lines: {
    reaction: lineList(`
      that {part}{|!|!!| though| gave me chills| is unreal| lives in my head now}
      the {instrument} {in this one|tonight|right there} {is so warm|wow|made {who} look up}
      {now} {hits different live|makes me {feel}|again please|was our wedding song|is my ringtone}
      singing along {badly|in {city}|on the bus|with {who}}
      {goosebumps|chills|tears|full body shivers} {again|at the {part}|every time}
      better than the {record|studio version|radio}{|, fight me| honestly}
      {who} {started humming|is conducting|asked for the {part} again|stopped {doing} to listen}
      {slower|softer|lower} than {last time|usual} and {I love it|it works|now I am {feel}}
      {#2-40} listens this week and {now} still gets me
    `),
    request: lineList(`
      {can we get|play|please sing|requesting} {item}{|, please?| for {who}| one more time}
      something {slow|loud|sad|old|with {instrument}} next?
    `),
    praise: lineList(`
      your {voice|breath control|{instrument}} {is|sounds} {ridiculous|so clean|like honey} {tonight|today}
      {no autotune|one take|with a cold}, {wow}
    `),
    reply: lineList(`
      @{nick} it is {now}
      @{nick} {queue is long|already played|good pick|same request lol|{item} is next I think}
    `),
  },
  questions: questionList(`
    what {song|track} is this? => {now} / {now}{, I think|, in the setlist} / sounds like {item}
    {how do I|where do I} request? => {just type it|read the pin|{#3-12} ahead of you}
    how long have you played {instrument}? => {#2-14} years / self taught
    who wrote {now}? => {host} did / {not sure|in the setlist|a friend of {host}}
  `),
  moments: [
    {
      mood: 'high',
      lines: lineList(`
        that {part}{!*1-5}
        {hold|held} it for {#8-19} seconds
        HOW{|?|???|!?}
        {standing ovation|I’m floating|no words|tears}
        {who} {stood up|is clapping|dropped the {food}}
      `),
      echo: lineList(`
        👏👏👏
        WOW
        encore!
        chills
        🔥🔥🔥
      `),
    },
    {
      mood: 'known',
      lines: lineList(`
        {now}{!|! finally!|, my favourite|, yes!}
        lighters {up|out}
        sing it {chat|{city}|with me}
      `),
      echo: lineList(`
        yesss
        🎶🎶🎶
        💜💜💜
        ooooh
      `),
    },
  ],
};
