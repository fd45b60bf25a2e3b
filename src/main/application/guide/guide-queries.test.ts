import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frames } from '../../../shared/time/index.ts';
import { NO_DETAILS } from '../../domain/library/index.ts';
import { sampleAsset } from '../../infrastructure/sqlite/asset-samples.fixture.ts';
import { openTestStation, type TestStation } from '../../infrastructure/testing/station.fixture.ts';
import { GuideQueries } from './guide-queries.ts';

/** Where Debian's xmltv-util keeps the DTD. */
const DTD = '/usr/share/xmltv/xmltv.dtd';
const VALIDATOR = 'xmllint';
const canValidate = existsSync(DTD) && spawnSync(VALIDATOR, ['--version']).status === 0;

describe('GuideQueries', () => {
  let station: TestStation;
  let guide: GuideQueries;

  beforeEach(async () => {
    station = openTestStation(frames(50_000));
    guide = new GuideQueries(station);
    const details = {
      ...NO_DETAILS,
      series: 'Fish & "Chips" <live>',
      season: 2,
      episode: 5,
      year: 2024,
      genres: ['Food'],
      contentRating: '12',
    };
    await station.unitOfWork.run(async ({ assets }) => {
      await assets.add(sampleAsset(1, { details }));
      await assets.add(sampleAsset(2, { kind: 'promo' }));
    });
    await station.planAhead.run();
  });
  afterEach(() => station.close());

  it('tells each programme until the next one, and nothing of what stands between', async () => {
    const xml = await guide.xmltv();
    expect(xml).toContain('<programme start="20240101003320 +0000" stop="20240101003340 +0000" channel="perpetua">');
    expect(xml).toContain('<programme start="20240101003340 +0000" stop="20240101003400 +0000" channel="perpetua">');
    expect(xml).toContain('<title>Fish &amp; &quot;Chips&quot; &lt;live&gt;</title>');
    expect(xml).toContain('<episode-num system="xmltv_ns">1.4.</episode-num>');
    expect(xml).not.toContain('Title 2');
  });

  it.runIf(canValidate)('is valid by the DTD of XMLTV (skipped without xmltv-util and libxml2-utils)', async () => {
    const file = join(station.database.folder, 'guide.xml');
    copyFileSync(DTD, join(station.database.folder, 'xmltv.dtd'));
    writeFileSync(file, await guide.xmltv());
    expect(execFileSync(VALIDATOR, ['--noout', '--valid', file]).toString()).toBe('');
  });

  it('gives players a playlist with the stream', () => {
    expect(guide.m3u('http://tv:8081/hls/index.m3u8')).toBe(
      '#EXTM3U\n#EXTINF:-1 tvg-id="perpetua" tvg-name="Test",Test\nhttp://tv:8081/hls/index.m3u8\n',
    );
  });
});
