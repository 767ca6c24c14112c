import { lineList, questionList, wordList } from './lists.ts';
import type { Phrasebook } from './phrasebook.ts';

/** The goods belong to no brand. */
export const englishShop: Phrasebook = {
  lexicon: {
    item: lineList(`
      pocket fan
      pour-over kettle
      canvas tote
      wool socks
      desk organiser
      night light
      hand cream
      glass lunch box
      thermos
    `),
    colour: wordList('cream fog-blue olive black caramel grey oat'),
    price: lineList(`
      {#5-60}
      {#9-99}.90
      two for {#15-80}
    `),
    link: lineList(`
      link {#1-28}
      number {#1-28}
    `),
  },
  lines: {
    reaction: lineList(`
      got the {item}{|!| in {colour}| for {who}|, paid}
      missed it{| again| by a second|, restock please|...}
      the {colour} one {is so cute|sold out?|looks different on camera|or the {colour}?}
      {price} is {fair|a steal|too much|cheaper than the shop}
      had the {item} for {span}{|, still great|, {who} stole it|, zip broke}
      {link} {please|again|is greyed out|not loading|what was it?}
      my wallet {is crying|said no|left the chat}
      {who} {needs|already has|would love} {a|the} {item}
      does the {now} {come in {colour}|survive the dishwasher|fit a tiny flat}?
    `),
    request: lineList(`
      show {the {item}|{link}|the {colour} one} {again|closer|please}
      {any|is there a} {discount|bundle|coupon} {for two|today|left}?
    `),
    praise: lineList('{honest|clear|funny|calm} {review|demo}{| as always|, appreciated}'),
    reply: lineList(
      '@{nick} {it is {link}|take the bigger size|still in stock|need a coupon first|mine lasted {span}}',
    ),
  },
  questions: questionList(`
    how much is the {now}? => {price} / {price} with coupon
    does it ship to {city}? => {yes|{#5-20} days|not sure, ask support}
    what size for {#155-190} cm? => {S|M|L|XL} / {M|L}, runs small
    {colour} or {colour}? => {colour} / both / {colour}, hides stains
  `),
  moments: [
    {
      mood: 'rush',
      lines: lineList(`
        go go go{| {link}|!}
        {got it|missed it|payment stuck}{|!|...| help}
        restock {please|!!|{#50-300} more}
        {colour} {is gone|still there}!
      `),
      echo: lineList(`
        got it
        sold out??
        restock pls
        1
        mine!
      `),
    },
    {
      mood: 'want',
      lines: lineList(`
        {link} when?
        need {one|two|it in {colour}}{|!|, now}
        {who} wants one too
      `),
      echo: lineList(`
        link pls
        want
        +1
      `),
    },
  ],
};
