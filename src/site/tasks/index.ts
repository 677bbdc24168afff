export { judgeMentions } from './judge.ts';
export { joinTasks } from './join.ts';
export { register, registeredTasks } from './registry.ts';
