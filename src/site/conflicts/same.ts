/** Whether two lists without repetitions hold the same, in any order. */
export function haveSame(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((each) => other.includes(each));
}
