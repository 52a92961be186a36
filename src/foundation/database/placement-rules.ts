import { sql, type Statement } from "./sql.ts";

/**
 * Each finds the tables that break it. Asked of `placed` (a row for each line of the manifest, with its relid if there is
 * such a table), `spread` (those that are not local) and `keyed` (distributed ones that have their column).
 */
export const rulesOfPlacement: Readonly<Record<string, Statement>> = {
  "every table is in the manifest": sql`
    select relname as "table", 'has no line in migrations/manifest.ts' as detail
    from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'm', 'f') and not relispartition
      and not exists (select from placed where placed.relid = pg_class.oid)
    order by 1`,
  "every line of the manifest is a table": sql`
    select name as "table", 'is in migrations/manifest.ts, but no migration makes it' as detail
    from placed where relid is null
    order by 1`,
  "a materialised view is local": sql`
    select name as "table", 'is a materialised view, which stays on the coordinator: call it local' as detail
    from placed join pg_class on pg_class.oid = relid
    where relkind = 'm' and kind <> 'local'
    order by 1`,
  "every table has a primary key": sql`
    select name as "table", 'has no primary key; shards cannot be moved while people work' as detail
    from placed join pg_class on pg_class.oid = relid
    where relkind in ('r', 'p')
      and not exists (select from pg_constraint where conrelid = pg_class.oid and contype = 'p')
    order by 1`,
  "a distributed table has its column": sql`
    select name as "table", format('has no column %s, by which the manifest distributes it', key) as detail
    from placed
    where kind = 'distributed' and relid is not null and not exists (select from keyed where keyed.relid = placed.relid)
    order by 1`,
  "the distribution column is a uuid, comes first and is not null": sql`
    select name as "table", format('%s is %s, number %s%s', key, format_type(atttypid, atttypmod), attnum,
      case when attnotnull then '' else ', and may be null' end) as detail
    from keyed join pg_attribute on attrelid = relid and attnum = key_number
    where atttypid <> 'uuid'::regtype or attnum <> 1 or not attnotnull
    order by 1`,
  "the primary key begins with the distribution column": sql`
    select name as "table", format('has %s', pg_get_constraintdef(pg_constraint.oid)) as detail
    from keyed join pg_constraint on conrelid = keyed.relid and contype = 'p'
    where conkey[1] <> key_number
    order by 1`,
  "what is unique holds the distribution column": sql`
    select name as "table", format('has %s', pg_get_indexdef(indexrelid)) as detail
    from keyed join pg_index on indrelid = keyed.relid
    where (indisunique or indisexclusion) and key_number <> all (indkey::smallint[])
    order by 1, 2`,
  "a row's id is made in the application": sql`
    select name as "table", format('%s comes from the database: %s', attname,
      coalesce(pg_get_expr(adbin, adrelid), 'a sequence')) as detail
    from spread
      join pg_attribute on attrelid = relid and attnum > 0 and not attisdropped
      left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where attidentity <> '' or (attgenerated = '' and pg_get_expr(adbin, adrelid) ~ '[a-z_]\\(')
    order by 1, 2`,
  "no virtual columns": sql`
    select name as "table", format('%s is computed when it is read, which PostgreSQL 15 does not know', attname) as detail
    from placed join pg_attribute on attrelid = relid
    where attgenerated = 'v'
    order by 1, 2`,
  "foreign keys stay within a group, with its key, or lead to reference tables": sql`
    select one.name as "table", format('%s: %s', conname, pg_get_constraintdef(pg_constraint.oid)) as detail
    from pg_constraint
      join placed as one on one.relid = conrelid
      join placed as other on other.relid = confrelid
      left join keyed as one_keyed on one_keyed.relid = one.relid
      left join keyed as other_keyed on other_keyed.relid = other.relid
    where contype = 'f'
      and not coalesce(other.kind = 'reference', false)
      and not (one.kind = 'local' and other.kind = 'local')
      and not coalesce(
        one."group" = other."group" and exists (
          select from unnest(conkey, confkey) as pair (mine, theirs)
          where mine = one_keyed.key_number and theirs = other_keyed.key_number
        ), false)
    order by 1, 2`,
  "foreign keys do not change the distribution column": sql`
    select spread.name as "table", format('%s: %s', conname, pg_get_constraintdef(pg_constraint.oid)) as detail
    from spread join pg_constraint on conrelid = spread.relid and contype = 'f'
      left join keyed on keyed.relid = spread.relid
    where confupdtype <> 'a' or (confdeltype in ('n', 'd') and key_number = any (conkey))
    order by 1, 2`,
  "no triggers": sql`
    select name as "table", format('has the trigger %s: let the verb write what follows', tgname) as detail
    from spread join pg_trigger on tgrelid = relid
    where not tgisinternal
    order by 1, 2`,
  "no rules": sql`
    select name as "table", format('has the rule %s: let the verb do it', rulename) as detail
    from spread join pg_rewrite on ev_class = spread.relid
    where rulename <> '_RETURN'
    order by 1, 2`,
  "no functions in SQL": sql`
    select proname as "table", 'is a function in language sql, which a cluster does not push down: splice a fragment' as detail
    from pg_proc join pg_language on pg_language.oid = prolang
    where pronamespace = 'public'::regnamespace and lanname = 'sql'
      and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = pg_proc.oid and deptype = 'e')
    order by 1`,
  "no inheritance": sql`
    select name as "table", format('inherits from %s', inhparent::regclass) as detail
    from spread join pg_inherits on inhrelid = relid join pg_class on pg_class.oid = relid
    where not relispartition
    order by 1`,
  "nothing unlogged": sql`
    select name as "table", 'is unlogged: a crash would empty it' as detail
    from spread join pg_class on pg_class.oid = relid
    where relpersistence = 'u'
    order by 1`,
};
