import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { InputList, ToldAlarm } from '../shared/contract/index.ts';
import type { Statistics } from '../shared/engine-protocol/index.ts';
import { killAllOn, RunningStation } from './testing/running-station.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-watching-'));
});
afterEach(() => {
  killAllOn(folder);
  rmSync(folder, { recursive: true, force: true });
});

it('tells of alarms, health and inputs over HTTP to those who signed in, and of figures to everyone', { timeout: 240_000 }, async () => {
  const station = await RunningStation.onAir(folder, []);
  const asStranger = async (path: string) => {
    const answer = await fetch(`${station.addresses.api}${path}`);
    return { status: answer.status, text: await answer.text() };
  };
  for (const path of ['/api/alarms', '/api/health/history', '/api/inputs']) {
    const { status, text } = await asStranger(path);
    expect({ status, code: (JSON.parse(text) as { error: { code: string } }).error.code }).toEqual({ status: 401, code: 'NOT_SIGNED_IN' });
  }

  const [viewer, operator] = [await station.newcomer('viewer'), await station.newcomer('operator')];
  expect(await operator.get('/api/inputs')).toMatchObject({ items: [] });
  await expect(viewer.get('/api/inputs')).rejects.toThrow(/answered 403.*"ROLE_TOO_LOW"/s);
  await expect(operator.put('/api/inputs', { inputs: [] })).rejects.toThrow(/answered 403.*"ROLE_TOO_LOW"/s);

  // Nobody listens on port 1.
  const push = { id: 'platform', name: 'Platform', type: 'rtmp', url: 'rtmp://127.0.0.1:1/live', key: 'secret-key' };
  await station.put('/api/outputs', { outputs: [push] });
  const alarms = async () => (await station.get<{ items: ToldAlarm[] }>('/api/alarms')).items;
  const down = async () => (await alarms()).find(({ code, subject }) => code === 'output-down' && subject === 'platform');
  await station.until('alarmed', async () => (await down()) !== undefined);
  const alarm = await down();
  expect(alarm).toMatchObject({ severity: 'warning', title: 'An output is not running', acknowledged: null });
  await expect(viewer.post(`/api/alarms/${alarm?.id}/acknowledge`, {})).rejects.toThrow(/answered 403/);
  expect(await operator.post(`/api/alarms/${alarm?.id}/acknowledge`, {})).toMatchObject({ acknowledged: { by: 'operator' } });
  expect((await down())?.acknowledged?.by).toBe('operator');
  await expect(operator.post('/api/alarms/no-such/acknowledge', {})).rejects.toThrow(/answered 404.*"NOT_FOUND"/s);

  const seconds = async () => (await station.get<{ items: Statistics[] }>('/api/health/history?grain=seconds')).items;
  await station.until('measured', async () => (await seconds()).length >= 2);
  await expect(station.get('/api/health/history?grain=years')).rejects.toThrow(/answered 400.*"field":"grain"/s);
  const metrics = await asStranger('/metrics');
  expect(metrics.status).toBe(200);
  expect(metrics.text).toMatch(/^perpetua_\w+(\{.*\})? [\d.]+$/m);
  expect(metrics.text).not.toMatch(/secret-key|Platform/);

  const input = { id: 'studio', name: 'Studio', type: 'srt', url: 'srt://127.0.0.1:1', passphrase: 'a long secret' };
  await expect(station.put('/api/inputs', { inputs: [input, input] })).rejects.toThrow(/answered 400.*"field":"inputs\.1\.id"/s);
  await expect(station.put('/api/inputs', { inputs: [{ ...input, url: 'http://x' }] })).rejects.toThrow(/"field":"inputs\.0\.url"/);
  expect(JSON.stringify(await station.put<InputList>('/api/inputs', { inputs: [input] }))).not.toContain('a long secret');
  const studio = async () => (await station.get<InputList>('/api/inputs')).items[0];
  await station.until('watching', async () => (await studio())?.status != null);
  expect(await studio()).toMatchObject({ input: { id: 'studio' }, status: { id: 'studio', type: 'srt' } });
  const { revision } = await station.get<InputList>('/api/inputs');
  const renamed = await station.put<InputList>('/api/inputs', { inputs: [{ ...input, name: 'Studio A' }], revision });
  await expect(station.put('/api/inputs', { inputs: [], revision })).rejects.toThrow(/answered 409.*"STALE_REVISION"/s);
  expect(renamed.items[0]?.input.name).toBe('Studio A');
  expect(await station.put('/api/inputs', { inputs: [] })).toMatchObject({ items: [] });
  expect(await station.end('SIGTERM')).toBe(0);
});
