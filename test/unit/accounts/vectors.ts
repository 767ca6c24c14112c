/** Vectors of tencent-im B1 and B2. The v1 ones expired years ago, so each names a moment at which it was good. */
export const v2Vector = {
  secretKey: '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e',
  sdkAppId: 1400000000,
  userId: 'xiaojun',
  now: 1_700_000_000_000,
  expireSeconds: 15_552_000,
  userSig:
    'eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zLBwhWZiflZpXlQqeKU7MSCgswUJStDEwMogMiUZOamKlkZmqOKplYUZBaBxE1NTY3gosWZ6UpWSj5ljuYp*p7l5unBxXnF2WVhVU4uAf7Ozi5JpX7O5SbuHuUhzgZJmQXaTia2SrUAohcx8g__',
  hmac: 'LvA7d/Iw7gSsnskvVzBDPOCCDbuNCw4GHwTC0bip+B4=',
  /** With the userbuf bytes `abc`. */
  hmacWithUserBuf: 'QjT201xPkXk/aM1e+y0vakZb0K2iPrFue++0s5y6bFM=',
} as const;

const publicPem = (body: string): string => `-----BEGIN PUBLIC KEY-----\n${body}\n-----END PUBLIC KEY-----\n`;

export const v1Vectors = [
  {
    name: 'secp256k1 without appid_at_3rd',
    userId: '10001',
    sdkAppId: 1400000226,
    issuedAt: 1_522_227_979_000,
    lifeSeconds: 2_592_000,
    userSig:
      'eJxNz11vgjAYBeB7fkXTW41rKwL1bkMMGnGyidu8IaxUfdehFWpkMfvv8ysL5-Y5yck5WQghPJ*8djIhdoetSc2Plhj1EabUwe1-lrWGUqbZysjyyqzHGSGkUYFcbg2s4F6gZ6UNrnKVZlpDflObXMJYc6SC9RWj4MMfxf57lz0xb8ztcd2aKgrTJYdSh8lsU8dmcnQTFaqdGC48dRxtHp8DL5qLw-fnW*Q8BCJosXj-FfpLx7eLRf2iOUnWVTEgXuI2Jg0U97s9do7LXY6tX*sPGj5LXg__',
    publicKey: publicPem(
      'MFYwEAYHKoZIzj0CAQYFK4EEAAoDQgAED5Ffi4qIe4XUZ5zDGR9pC0Z6UL/gCHf0vgoLVestQxqOGJB5mcbaKULeriaevZoq0Sx8gGtfDlSf4fXwzPtGvg==',
    ),
  },
  {
    name: 'P-256 with line breaks inside the signature',
    userId: 'admin',
    sdkAppId: 1400078997,
    issuedAt: 1_523_240_877_000,
    lifeSeconds: 15_552_000,
    userSig:
      'eJxNjV1PgzAUhv8LtxotBVIw8QImLihIpJKAWUI6KKQulK6UMWf87wIZiefuvB-P*6N9hPiurw4FEYJV2oOmmwAAZDsO0m4Xk54Fk7QgtaJy9i3LglPk6i61gqjCkHN7lRVr6RKGBjSBjVYYqyhXrGYLilQt4yunLLuBq0J9C-qP07Nm*iI-3QRbj7jHEbPYG17D9Dn4wqpuzk8JdqC4uUSN7xGujJcQy8hlvntvh5skE43aB3lWDmGXv53QMaM7ueNIHMwkRvuR4HRsP9*3cf4469fRE5U96-g0DIFu6dAA82m-f-HNW5Q_',
    publicKey: publicPem(
      'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEBH5u4BnS8+O4Ka510XU8SKKzDxUQbrPwRg9b+YeeP/iPZn3D9eeNs22phtlj9w/5N3Sy73g9td2Y4MCONt3MwA==',
    ),
  },
  {
    name: 'secp256k1 for one minute',
    userId: '12345',
    sdkAppId: 1234,
    issuedAt: 1_521_710_196_000,
    lifeSeconds: 60,
    userSig:
      'eJxN0E9vgjAUAPA7n6LhumVrC7ixxAOKA4OLM*K2W9NIdS8IQqlSWfbd59Bsfcf3e--yviyEkJ3Olnd8vd4fSsXUqRI2ekL2wL79x6qCjHHFHJn1SKhjsNAVSMH4Rgl56cWGQiZKBRu42rnV9Qxuspz18--URNj26ZfJYjyNOD4UcuE*y9Eu1asd0a1Q969JNK-jMP4I4ebkbsMw149BAEG7jGs-J8kn6VLqRNPG180xGby-ibbl44IC7UYR1JNuFgyHxkoFxeUBxKPkgWDim584CtnAvuwLKCbe*V78G7b1bf0AYUhaRQ__',
    publicKey: publicPem(
      'MFYwEAYHKoZIzj0CAQYFK4EEAAoDQgAEtqF9a4XZGHQ/npNSeTcGITcBR7lW7qz1x0M1QFxkhLM4GiBa2kv7GzLoO2/YqIuXRWV5Xm9EdnrSGd3T7sHFcg==',
    ),
  },
  {
    name: 'secp256k1 with a userbuf',
    userId: 'abc',
    sdkAppId: 1400001052,
    issuedAt: 1_521_991_744_000,
    lifeSeconds: 99_999_999,
    userSig:
      'eAE1jl1vgjAYhf9Lb1lcKxDHEi*YNh2ESZiK86ppS9GKH3y028zifx*Yei6f55y87x9YJctRV1SU1bUqwCtAHuyDoD8GT3epCnnWqlSy7S3jwmKtTnKo*2MUBGjieZbL31q1krJS3weBjbVMiIs5a6qv9bCGDzwcp0xTtx1*eGDTyZabsifbTXyw3U7tevCB17OIVE0a7k38HhHnJU4LPk*Mm2FhMp6S*dfMeb5KlnkIbT9DhUNN4twngawgdJsjz8X3m1iECV7nBwMvG3yKFs6**dktiZiC2z-8z1UA',
    publicKey: publicPem(
      'MFYwEAYHKoZIzj0CAQYFK4EEAAoDQgAEaPVFHhWqRDnKnVlyU5JIzXOUyOJd/pPUwhLUovf+PYBm7otRBptnvJ4EoJ4qeSJNG0v4XdiqM3mtChkhUEFT3Q==',
    ),
  },
] as const;

/**
 * The private key of the last vector: the vendor published it as the test key of its package `tls-sig-api`. The curve's
 * parameters stand in a block of their own before it, as OpenSSL writes them.
 */
export const publishedTestKey = `-----BEGIN EC PARAMETERS-----
BgUrgQQACg==
-----END EC PARAMETERS-----
-----BEGIN EC PRIVATE KEY-----
MHQCAQEEIEJDBDY4KVdj3dPBacADreB772ok45A57YWrUUvc5fMQoAcGBSuBBAAK
oUQDQgAEaPVFHhWqRDnKnVlyU5JIzXOUyOJd/pPUwhLUovf+PYBm7otRBptnvJ4E
oJ4qeSJNG0v4XdiqM3mtChkhUEFT3Q==
-----END EC PRIVATE KEY-----
`;
