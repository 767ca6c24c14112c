export type Gift = {
  readonly id: string;
  readonly chinese: string;
  readonly english: string;
  /** Worth in coins; the dear ones are rare and the room answers to them. */
  readonly worth: number;
  readonly share: number;
};

export const gifts: readonly Gift[] = [
  { id: '1', chinese: '小心心', english: 'Heart', worth: 1, share: 30 },
  { id: '2', chinese: '棒棒糖', english: 'Lollipop', worth: 5, share: 20 },
  { id: '3', chinese: '荧光棒', english: 'Glow Stick', worth: 10, share: 16 },
  { id: '4', chinese: '柠檬茶', english: 'Lemon Tea', worth: 30, share: 12 },
  { id: '5', chinese: '花束', english: 'Bouquet', worth: 66, share: 8 },
  { id: '6', chinese: '热气球', english: 'Balloon', worth: 188, share: 6 },
  { id: '7', chinese: '小帆船', english: 'Sailboat', worth: 520, share: 3 },
  { id: '8', chinese: '火箭', english: 'Rocket', worth: 1000, share: 1.5 },
  { id: '9', chinese: '星空城堡', english: 'Star Castle', worth: 3000, share: 0.6 },
];

/** From this worth on a gift is an event. */
export const dearGiftWorth = 500;
