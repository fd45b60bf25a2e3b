import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeptStatements } from './kept-statements.ts';

describe('kept statements', () => {
  let database: InstanceType<typeof Sqlite>;
  let kept: KeptStatements;
  beforeEach(() => {
    database = new Sqlite(':memory:');
    database.exec('create table asset (id integer primary key, title text)');
    kept = new KeptStatements(database, 2);
  });
  afterEach(() => database.close());

  it('hands the same statement out again, and answers with what it is asked for each time', () => {
    const insert = 'insert into asset (id, title) values (?, ?)';
    const first = kept.prepare(insert);
    first.run([1, 'Harbour lights']);
    kept.prepare(insert).run([2, 'Night train']);
    expect(kept.prepare(insert)).toBe(first);
    const select = 'select title from asset where id = ?';
    expect(kept.prepare(select).all([2])).toEqual([{ title: 'Night train' }]);
    expect(kept.prepare(select).all([1])).toEqual([{ title: 'Harbour lights' }]);
  });

  it('forgets the statement that was not used for the longest time', () => {
    const [one, two] = [kept.prepare('select 1'), kept.prepare('select 2')];
    kept.prepare('select 1');
    kept.prepare('select 3');
    expect(kept.prepare('select 1')).toBe(one);
    expect(kept.prepare('select 2')).not.toBe(two);
  });

  it('goes on with a statement whose table has changed', () => {
    const select = 'select * from asset';
    kept.prepare('insert into asset (id, title) values (1, ?)').run(['Night train']);
    expect(kept.prepare(select).all([])).toEqual([{ id: 1, title: 'Night train' }]);
    database.exec('alter table asset add column year integer');
    expect(kept.prepare(select).all([])).toEqual([{ id: 1, title: 'Night train', year: null }]);
  });

  it('can be asked again after a statement failed', () => {
    const insert = 'insert into asset (id) values (1)';
    kept.prepare(insert).run([]);
    expect(() => kept.prepare(insert).run([])).toThrow('UNIQUE');
    database.exec('delete from asset');
    expect(kept.prepare(insert).run([]).changes).toBe(1);
  });
});
