import { lineList, wordList } from './lists.ts';
import type { Lexicon } from './template.ts';

/** Words for everyday talk in English. */
export const englishWords: Lexicon = {
  city: wordList(
    'Lisbon Toronto Manila Leeds Austin Nairobi Oslo Mumbai Perth Kraków Lima Busan Cork Tallinn Hanoi Porto Graz Wellington',
  ),
  food: lineList(`
    ramen
    cold pizza
    tacos
    toast
    instant noodles
    a burrito
    dumplings
    cereal
    leftover curry
    popcorn
    a sad salad
    pierogi
    mango sticky rice
    soup
  `),
  doing: lineList(`
    homework
    the dishes
    laundry
    overtime
    my commute
    meal prep
    night shift
    revision
    folding socks
    walking the dog
    a spreadsheet
    the ironing
    my thesis
    feeding the baby
  `),
  who: lineList(`
    my mom
    my roommate
    my boss
    my cat
    my brother
    my dog
    my girlfriend
    my husband
    the whole bus
    my neighbour
    my kid
    my grandpa
    my coworker
    the parrot
  `),
  wow: lineList(`
    wow
    insane
    no way
    unreal
    that's it
    legend
    huge
    so good
    amazing
    clean
    I can’t
    incredible
    big W
    chef’s kiss
    ok that was smooth
    goosebumps
    how
  `),
  feel: lineList(`
    happy
    so calm
    emotional
    awake again
    hungry
    old
    inspired
    homesick
    better already
    weirdly proud
  `),
  host: wordList('{streamer} {streamer} streamer boss'),
  hey: lineList(`
    hey
    hi
    hello
    yo
    evening
    good morning
    sup
    heya
  `),
  span: lineList(`
    {#2-9} months
    {#2-6} years
    {#2-9} weeks
    half a year
    ages
    a whole winter
  `),
};
