import { addRoom } from './rooms/make-room.ts';
import { imageTag, nickTag } from './state/accounts.ts';
import type { World } from './world.ts';

/** Rooms to rehearse in: id, name (at most 30 bytes, tencent-im A3), introduction. */
const roomList = [
  ['night-show', '深夜电台 Night show', '聊天、点歌、讲故事 · Songs and stories after ten'],
  ['game-arena', '开黑房间 Game arena', '一起上分 · Ranked games with viewers'],
  ['flash-sale', '好物优选 Flash sale', '今晚八点准时开抢 · Deals from eight'],
  ['morning-yoga', '晨间瑜伽 Yoga', '跟着呼吸慢慢来 · Breathe and stretch'],
  ['street-food', '街头美食 Street food', '带你逛夜市 · A walk through the night market'],
  ['music-live', '不插电现场 Unplugged', '吉他弹唱 · Guitar and voice'],
  ['talk-tech', '数码闲聊 Tech talk', '新机上手 · Hands-on with new gear'],
  ['study-room', '自习室 Study room', '一起专注 · Quiet company'],
  ['cat-cam', '喵星人直播 Cat cam', '三只猫的一天 · Three cats, one day'],
  ['kitchen', '家常厨房 Home kitchen', '今天吃什么 · What is for dinner'],
  ['dance-hall', '街舞练习室 Dance hall', '零基础可学 · No experience needed'],
  ['book-corner', '读书角 Book corner', '每晚一章 · One chapter a night'],
  ['chess-cafe', '棋牌咖啡 Chess cafe', '来一盘 · Play the host'],
  ['travel-diary', '在路上 Travel diary', '此刻在川西 · Now in western Sichuan'],
  ['makeup-room', '美妆教室 Makeup room', '五分钟通勤妆 · Five-minute looks'],
  ['fitness', '燃脂训练营 Fitness', '四十分钟跟练 · Forty minutes, no gear'],
  ['paint-along', '跟我画 Paint along', '水彩入门 · First steps in watercolour'],
  ['esports', '赛事解说 Esports', '总决赛第三局 · Finals, game three'],
  ['language-bar', '语言角 Language bar', '中英随便聊 · Chinese and English'],
  ['flower-shop', '花店日常 Flower shop', '今日到货 · Fresh today'],
] as const;

const introduce = (world: World, userId: string, nick: string, image: string): void => {
  const account = world.accounts.ensure(userId, world.clock.seconds());
  account.profile.set(nickTag, nick);
  account.profile.set(imageTag, image);
};

/** The App admin, the VJ who owns the rooms, and `count` rooms; answers their ids. */
export const seedRooms = (world: World, count: number): readonly string[] => {
  const { admin, vj } = world.identity;
  introduce(world, admin, 'administrator', '');
  introduce(world, vj, '小月 Yue', 'https://avatars.example.com/xiaoyue.png');
  return Array.from({ length: count }, (_, at) => {
    const [id, name, introduction] = roomList[at] ?? [`room-${at + 1}`, `直播间 Room ${at + 1}`, ''];
    addRoom(world, { id, name, ownerId: vj, introduction, notification: '', faceUrl: '', appDefined: [] });
    return id;
  });
};
