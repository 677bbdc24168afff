import { Agent, type Dispatcher, setGlobalDispatcher } from 'undici';
import { guardedLookup } from './private.ts';

/** Milliseconds that a host gets which asks for a pause and does not say for how long. */
const usualPause = 1000;
/** What a request fails with that would be made in a pause. */
export const pausedCode = 'EPAUSED';

/** What is known of hosts that asked to be left alone. */
export interface Pauses {
  /** Milliseconds until a host (`example.com:8080`) may be asked again; 0 where it did not ask for a pause, or had it. */
  left(host: string): number;
}

/**
 * Makes the connections of this process well-behaved: none goes to a private address, whatever name that goes by, and
 * none to a host that answered 429 or 503 before the time that it asked for is over (`Retry-After`, RFC 9110, 10.2.3).
 * @param allowed names of hosts that may be private
 */
export function setUpConnections(allowed: ReadonlySet<string>): Pauses {
  const until = new Map<string, number>();
  const left = (host: string): number => Math.max(0, (until.get(host) ?? 0) - Date.now());
  const pausing: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (request, handler) => {
    const { host } = new URL(request.origin ?? '');
    if (left(host) > 0) throw Object.assign(new Error(`${host} asked to be left alone`), { code: pausedCode });
    return dispatch(request, {
      onRequestStart: (...told) => handler.onRequestStart?.(...told),
      onRequestUpgrade: (...told) => handler.onRequestUpgrade?.(...told),
      onResponseStart(controller, status, headers, text) {
        if (status === 429 || status === 503) until.set(host, Date.now() + retryAfter(String(headers['retry-after'] ?? '')));
        handler.onResponseStart?.(controller, status, headers, text);
      },
      onResponseData: (...told) => handler.onResponseData?.(...told),
      onResponseEnd: (...told) => handler.onResponseEnd?.(...told),
      onResponseError: (...told) => handler.onResponseError?.(...told),
    });
  };
  setGlobalDispatcher(new Agent({ connect: { lookup: guardedLookup(allowed) } }).compose(pausing));
  return { left };
}

/** Milliseconds that a response asks to wait: seconds, or a date. */
function retryAfter(told: string): number {
  const time = /^\d+$/.test(told) ? Number(told) * 1000 : Date.parse(told) - Date.now();
  return Number.isNaN(time) ? usualPause : Math.max(usualPause, time);
}
