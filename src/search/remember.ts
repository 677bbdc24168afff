/** A function whose answers are kept by their key; one that failed is asked for again. */
export function remember<Key, Value>(load: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const known = new Map<Key, Promise<Value>>();
  return (key) => {
    let value = known.get(key);
    if (!value) {
      known.set(key, (value = load(key)));
      value.catch(() => known.delete(key));
    }
    return value;
  };
}
