import fc from 'fast-check';
import { z } from 'zod';
import { type CallName, calls } from '../../main/contract/calls.ts';
import { hostileTexts } from '../support/fuzz/hostile-values.ts';
import { spoilings, spoilt } from '../support/fuzz/spoil.ts';

/** A JSON schema as far as the contract's inputs use it. */
type Shape = Readonly<{
  type?: string | readonly string[];
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly Shape[];
  oneOf?: readonly Shape[];
  allOf?: readonly Shape[];
  properties?: Readonly<Record<string, Shape>>;
  required?: readonly string[];
  additionalProperties?: boolean | Shape;
  propertyNames?: Shape;
  items?: Shape;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  format?: string;
}>;

const text = ({ minLength = 0, maxLength = 200, pattern, format }: Shape): fc.Arbitrary<string> => {
  const fits = (one: string) => one.length >= minLength && one.length <= maxLength;
  if (format === 'base64') return fc.base64String({ minLength: 4, maxLength: 64 });
  if (pattern !== undefined)
    return fc.stringMatching(new RegExp(pattern), { maxLength: Math.min(maxLength, 40) });
  const plain = fc.string({
    minLength,
    maxLength: Math.min(maxLength, minLength + 20),
    unit: 'grapheme-ascii',
  });
  return fc.oneof({ weight: 3, arbitrary: plain }, hostileTexts.filter(fits));
};

const object = (shape: Shape): fc.Arbitrary<unknown> => {
  const { properties = {}, required = [], additionalProperties, propertyNames } = shape;
  if (typeof additionalProperties === 'object')
    return fc.dictionary(
      fromShape(propertyNames ?? { type: 'string', minLength: 1 }).map(String),
      fromShape(additionalProperties),
      { maxKeys: 3 },
    );
  const fields = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, fromShape(one)]));
  return fc.record(fields, { requiredKeys: [...required], noNullPrototype: true });
};

const ofType = (type: string, shape: Shape): fc.Arbitrary<unknown> => {
  const { minimum: min = -1e9, maximum: max = 1e9 } = shape;
  const makers: Readonly<Record<string, () => fc.Arbitrary<unknown>>> = {
    string: () => text(shape),
    integer: () => fc.integer({ min: Math.max(min, -(2 ** 31)), max: Math.min(max, 2 ** 32) }),
    number: () => fc.double({ min, max, noNaN: true }),
    boolean: () => fc.boolean(),
    null: () => fc.constant(null),
    array: () =>
      fc.array(fromShape(shape.items ?? {}), {
        minLength: shape.minItems ?? 0,
        maxLength: Math.min(shape.maxItems ?? 3, (shape.minItems ?? 0) + 3),
      }),
    object: () => object(shape),
  };
  return makers[type]?.() ?? fc.jsonValue();
};

const fromShape = (shape: Shape): fc.Arbitrary<unknown> => {
  if ('const' in shape) return fc.constant(shape.const);
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum);
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map(fromShape));
  const types = typeof shape.type === 'string' ? [shape.type] : (shape.type ?? []);
  if (types.length === 0) return fc.jsonValue();
  return fc.oneof(...types.map((type) => ofType(type, shape)));
};

/** Inputs in the shape of a call, made from its own schema. Most of them are taken; odd texts are among them. */
export const shapedInput = (name: CallName): fc.Arbitrary<unknown> =>
  fromShape(z.toJSONSchema(calls[name].input, { io: 'input', unrepresentable: 'any' }) as Shape);

/** Inputs near to what a call takes, with one thing wrong somewhere in them. */
export const spoiltInput = (name: CallName): fc.Arbitrary<unknown> =>
  fc.tuple(shapedInput(name), spoilings).map(([input, spoiling]) => spoilt(input, spoiling));
