export { judgeMentions } from './judge.ts';
export { joinTasks } from './join.ts';
