export { judgeMentions } from './judge.ts';
export { excuseByWays } from './ways.ts';
export { joinTasks } from './join.ts';
export { register, registeredTasks } from './registry.ts';
