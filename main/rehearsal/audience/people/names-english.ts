import { lineList, wordList } from '../talk/lists.ts';

export const englishNicks: readonly string[] = lineList(`
  kk
  MapleToast
  not_a_robot
  quietstorm
  Teapot Rebellion
  sleepy otter
  JustHereForTheMusic
  ramenandregret
  Nightbus 42
  Olive
  captain obvious
  lostmykeys
  Tiny Violin
  Mx. Marmalade
  DanTheVan
  pixel potato
  Grandma Joan
  beekeeper
  LateToEverything
  sock thief
  Zed
  mildly_inconvenienced
  Hana
  Big Spoon
  toaster oven
  PlantDad
  two cats one chair
  noodle
  Ferry Captain
  umbrella_gone
  Wednesday
  soup enjoyer
  Lurkasaurus
  Freya
  keyboard crumbs
  theotherBen
  moonrise
  Patch Notes
  hotel lobby
  Sunny
  coffee?coffee!
  Anton
`);

export const englishParts = {
  adjectives: wordList(`
    Quiet Turbo Salty Neon Lucky Sleepy Golden Grumpy Tiny Cosmic Rusty Velvet Fuzzy Polite Northern
    Lazy
  `),
  nouns: wordList(`
    Otter Panda Comet Pickle Falcon Waffle Badger Lantern Koala Biscuit Rocket Walrus Mango Pigeon
    Teacup Wizard
  `),
  given: wordList(`
    alex sam nina omar lucy marek priya jonas ines kofi maya leo yuki tom zara hugo
  `),
  surnames: wordList(`
    baker novak silva park olsen reyes khan moore costa weber lind okafor
  `),
} as const;
