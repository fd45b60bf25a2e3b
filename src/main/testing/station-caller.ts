/** What a caller stands on. */
export interface StationCallerNeeds {
  /** Of the station's HTTP side, `http://host:port`. */
  readonly api: string;
  /** null: nobody is signed in. */
  readonly token: string | null;
  /** The station's last words, for the message of a call that was refused. */
  readonly lastWords: () => string;
}

/** Somebody who calls a running station over HTTP. Every answer that is not a success rejects, with its status and text. */
export class StationCaller {
  readonly #needs: StationCallerNeeds;

  constructor(needs: StationCallerNeeds) {
    this.#needs = needs;
  }

  get<T>(path: string): Promise<T> {
    return this.#fetch(path, {}) as Promise<T>;
  }

  post<T>(path: string, body: unknown): Promise<T> {
    return this.#send('POST', path, body) as Promise<T>;
  }

  patch<T>(path: string, body: unknown): Promise<T> {
    return this.#send('PATCH', path, body) as Promise<T>;
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.#send('PUT', path, body) as Promise<T>;
  }

  /** What comes as it comes, until the signal: server-sent events. */
  async stream(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const { body } = await this.#answer(path, { signal });
    if (body === null) throw new Error(`${path} answered with nothing`);
    return body;
  }

  #send(method: string, path: string, body: unknown): Promise<unknown> {
    return this.#fetch(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  }

  async #fetch(path: string, init: RequestInit): Promise<unknown> {
    return (await this.#answer(path, init)).json();
  }

  async #answer(path: string, init: RequestInit): Promise<Response> {
    const { api, token, lastWords } = this.#needs;
    const headers = { ...init.headers, ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
    const response = await fetch(`${api}${path}`, { ...init, headers });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}\n${lastWords()}`);
    return response;
  }
}
