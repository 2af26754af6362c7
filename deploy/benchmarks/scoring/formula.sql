-- The scores in SQL for DuckDB, written from the paper on the formula and independent of the engine.
--
-- Reads the tables party, holding, deployment, statement and law (see README.md) and leaves
-- result(subject, d, d_hi, d_coverage, l, l_coverage). The as-of date is 2026. Every statement is
-- timed; loading the tables is not.

-- ------------------------------------------------------------------ vocabularies of the methodology
create temp table w_function as select * from (values
  ('identity', .12), ('public-safety', .12), ('administration', .12), ('networks', .12),
  ('treasury', .10), ('health', .10), ('social-protection', .08), ('education', .06),
  ('elections', .06), ('land', .06), ('transport-utilities', .06)) t(function, v);
create temp table w_factor as select * from (values
  ('D1', .22), ('D2', .17), ('D3', .09), ('D4', .17), ('D6', .14), ('D7', .08), ('D8', .06),
  ('D10', .07), ('L2', .15), ('L3', .15), ('L4', .14), ('L5', .10), ('L6', .12), ('L7', .08))
  t(factor, w);
create temp table category_function as select * from (values
  ('government-cloud', 'administration'), ('data-centre', 'administration'),
  ('e-government', 'administration'), ('smart-city', 'public-safety'),
  ('smart-city', 'transport-utilities'), ('public-safety-surveillance', 'public-safety'),
  ('traffic-management', 'transport-utilities'), ('telecom-network', 'networks'),
  ('digital-identity-biometrics', 'identity'), ('health', 'health'), ('education', 'education'),
  ('finance-tax-customs', 'treasury'), ('earth-observation', 'land'),
  ('energy-utilities', 'transport-utilities')) t(category, function);
create temp table category as select * from (values
  ('government-cloud', 0, 'platform'), ('data-centre', 0, 'data-centre'),
  ('e-government', 1, 'application'), ('smart-city', 2, 'application'),
  ('public-safety-surveillance', 2, 'application'), ('traffic-management', 2, 'application'),
  ('telecom-network', 3, 'network'), ('digital-identity-biometrics', 4, 'application'),
  ('health', 5, 'application'), ('education', 6, 'application'),
  ('finance-tax-customs', 7, 'application'), ('earth-observation', 8, 'application'),
  ('energy-utilities', 9, 'application')) t(category, family, layer);
create temp table w_status as select * from (values
  ('operational', 1000), ('under-construction', 850), ('contracted', 700), ('financed', 700),
  ('agreed', 400), ('suspended', 400), ('planned', 200), ('cancelled', 0), ('ended', 1000))
  t(status, s);
create temp table w_reach as select * from (values
  ('whole', 1000), ('regions', 600), ('region', 300), ('site', 100)) t(reach, r);
create temp table ladder as select * from (values
  ('award', 'open', 0), ('award', 'selective', 1), ('award', 'single-bid', 2),
  ('award', 'direct', 3), ('award', 'donated', 3), ('award', 'tied-to-finance', 4),
  ('access', 'in-house', 0), ('access', 'vendor-trains', 0), ('access', 'vendor-supports', 1),
  ('access', 'shared', 2), ('access', 'vendor-operates', 3), ('access', 'vendor-alone', 4),
  ('skills', 'in-house', 0), ('skills', 'vendor-trains', 1), ('skills', 'vendor-supports', 2),
  ('skills', 'shared', 2), ('skills', 'vendor-operates', 3), ('skills', 'vendor-alone', 3))
  t(ladder, value, level);

-- ---------------------------------------------------------------------------------------- ownership
-- Holds: 0 none, 1 a small minority, 5 majority, 6 sole. A party with a master is its master's.
create temp table hold as
with recursive edge as (
  select entity, holder, case means when 'sole' then 6 when 'majority' then 5 else 1 end strength
  from holding),
up(party, node, strength) as (
  select id, id, 6 from party where kind <> 'territory'
  union all
  select up.party, edge.holder, least(up.strength, edge.strength)
  from up join edge on edge.entity = up.node)
select up.party, p.jurisdiction,
  max(case when m.entity is null then up.strength else 0 end) hold,
  max(case when p.kind <> 'country' then 0 when up.strength = 1 then 2 else 4 end) state
from up join party p on p.id = up.node
left join (select distinct entity from edge where strength >= 5) m on m.entity = up.node
group by all having hold > 0 or state > 0;

create temp table corporate as
with recursive edge as (
  select entity, holder from holding join party on party.id = holder
  where means in ('sole', 'majority') and kind <> 'country'),
up(party, node, depth) as (
  select id, id, 0 from party where kind in ('company', 'financier')
  union all select party, holder, depth + 1 from up join edge on entity = node)
select party, arg_max(node, depth) parent from up group by party;

-- How foreign each party is to each home.
create temp table foreignness as
with home as (select distinct jurisdiction home from party where id in (select subject from deployment)),
abroad as (
  select party, home, max(hold) filter (jurisdiction <> home) f,
    max(hold) filter (jurisdiction = home) h,
    max(state) filter (jurisdiction <> home) state,
    bool_or(compels) filter (jurisdiction <> home and hold >= 5) decisive_reached,
    bool_or(compels is null) filter (jurisdiction <> home and hold >= 5) decisive_open,
    bool_or(compels) filter (jurisdiction <> home and hold > 0) foreign_reached,
    bool_or(compels is null) filter (jurisdiction <> home and hold > 0) foreign_open
  from hold left join law using (jurisdiction) cross join home group by all)
select party, home, case when f = 6 and h > 0 then 5 else coalesce(f, 0) end hold,
  coalesce(state, 0) state, coalesce(f, 0) >= 5 is_decisive,
  coalesce(case when f >= 5 then decisive_reached else foreign_reached end, false) is_reached,
  coalesce(case when f >= 5 then decisive_open else foreign_open end, false) is_open
from abroad;

-- ------------------------------------------------------------------------------------------ merging
create temp table claim as
select d.*, c.family, p.jurisdiction home, p.kind = 'territory' is_city,
  datediff('day', date '1970-01-01', make_date(year, month, 1)) as day,
  case reliability when 'B' then .8 when 'C' then .6 when 'D' then .4 end * .8
    * case assertion when 'asserted' then 1 when 'reported' then .6 else .2 end as weight
from deployment d join category c using (category) join party p on p.id = d.subject;

create temp table island as
with member as (
  select distinct claim.id, subject, family, day, parent from claim, unnest([s1, s2, op, fin]) u(p)
  join corporate on corporate.party = u.p),
stepped as (
  select *, bool_or(day is null) over bucket loose,
    case when day - lag(day) over (bucket order by day nulls first) > 5 * 365.25 then 1 else 0 end gap
  from member window bucket as (partition by subject, family, parent)),
numbered as (
  select *, case when loose then 0 else sum(gap) over (
    partition by subject, family, parent order by day nulls first
    rows unbounded preceding) end island from stepped)
select id, dense_rank() over (order by subject, family, parent, island) island from numbered;

-- The least claim of every component, by passing labels to and fro.
create temp table label as select id, id label from claim;
-- LOOP until nothing changes
create or replace temp table next_label as
with low as (select island, min(label) low from island join label using (id) group by island)
select id, min(low) label from island join low using (island) group by id;
-- END LOOP

create temp table member as
select l.label g, c.* exclude (id) from claim c join label l using (id);

create temp table grp as
select g, any_value(subject) subject, any_value(home) home, any_value(is_city) is_city,
  1 - product(1 - best) >= .4 - 1e-12 is_evidenced
from (select g, publisher, any_value(subject) subject, any_value(home) home,
        any_value(is_city) is_city, max(weight) best from member group by g, publisher) group by g;

-- Every value that is told, and whether its claims suffice.
create temp table told as
with long as (
  select g, publisher, weight, unnest([
    {k: 'status', v: status}, {k: 'reach', v: reach}, {k: 'award', v: award},
    {k: 'operation', v: operation}, {k: 'tied', v: case when tied then 'yes' end},
    {k: 'hosting', v: host || ':' || keyed || ':' || safeguarded},
    {k: 'term', v: term::varchar}, {k: 'supplier', v: s1::varchar},
    {k: 'supplier', v: s2::varchar}, {k: 'operator', v: op::varchar},
    {k: 'financier', v: fin::varchar}, {k: 'function', v: f1}, {k: 'function', v: f2},
    {k: 'layer', v: case operation when 'vendor-operates' then 'operation'
      when 'vendor-alone' then 'operation' when 'vendor-trains' then 'training' end},
    {k: 'layer', v: case when op in (s1, s2) then 'operation' end},
    {k: 'layer', v: layer}], recursive := true)
  from member join category using (category)
  union all
  select g, publisher, weight, 'function', function
  from member join category_function using (category) where f1 is null)
select g, k, v, 1 - product(1 - best) >= .4 - 1e-12 ok from (
  select g, k, v, publisher, max(weight) best from long where v is not null group by all)
group by g, k, v;

-- ------------------------------------------------------------------------------- status and reach
create temp table g_status as
with candidate as (
  select m.g, m.status, m.day, m.published, t.ok, case when m.status = 'ended' then
    round(1000 * pow(2, -greatest(0, (datediff('day', date '1970-01-01', date '2026-12-31')
      - coalesce(day, datediff('day', date '1970-01-01', make_date(published, 1, 1)))) / 365.25) / 3))
    else s end::int s
  from member m join w_status using (status) join told t on t.g = m.g and t.k = 'status'
    and t.v = m.status)
select g, max(s) filter (not ok) rumoured,
  arg_max(s, {d: coalesce(day, -99999), p: published, s: s, n: status}) filter (ok) decided
from candidate group by g;

create temp table g_reach as
select g, max(r) filter (ok) admitted, max(r) most
from told join w_reach on v = reach where k = 'reach' group by g;

-- A government's own deployments, and a country's those of its cities, which reach one region.
create temp table view_group as
select grp.g, grp.subject, 1000 reach_limit, grp.subject recipient from grp
union all
select grp.g, within, 300, grp.subject from grp join party on party.id = grp.subject
where within is not null;

create temp table cover as
select vg.subject, vg.g, f.v as function,
  case when is_evidenced and f.ok then least(reach_limit, coalesce(r.admitted, 300)) else 0 end
    * coalesce(decided, 700) weight,
  greatest(least(reach_limit, coalesce(r.admitted, 300)),
    least(reach_limit, case when r.admitted is null then 1000 else r.most end))
    * case when decided is null then 1000 else greatest(decided, coalesce(rumoured, 0)) end most
from view_group vg join grp using (g) join told f on f.g = vg.g and f.k = 'function'
left join g_status st on st.g = vg.g left join g_reach r on r.g = vg.g;

-- ------------------------------------------------------------------------------- providers' levels
create temp table provider as
select grp.g, t.k = 'supplier' is_supplier, t.ok, t.v::int party, f.*
  exclude (party, home), grp.home
from told t join grp using (g) join foreignness f on f.party = t.v::int and f.home = grp.home
where t.k in ('supplier', 'operator');

create temp table said as
select s.subject party, s.kind, p.jurisdiction counterpart from statement s
join party p on p.id = s.counterpart;

create temp table g_said as
select g, kind, provider.ok, max(counterpart <> home)::int abroad from provider join said using (party)
group by all;

create temp table g_values as
select g,
  max(level) filter (k = 'award') award_most, max(level) filter (k = 'award' and ok) award,
  bool_or(ok) filter (k = 'operation') is_settled,
  bool_or(ok) filter (k = 'operation' and v in ('vendor-operates', 'vendor-alone')) runs,
  count(*) filter (k = 'operation' and v in ('vendor-operates', 'vendor-alone')) > 0 runs_told,
  bool_or(ok) filter (k = 'operation' and v = 'in-house') in_house,
  max(access) filter (k = 'operation') access_most, max(access) filter (k = 'operation' and ok) access,
  max(skills) filter (k = 'operation') skills_most, max(skills) filter (k = 'operation' and ok) skills,
  count(*) filter (k = 'tied') > 0 tied_told, bool_or(ok) filter (k = 'tied') tied
from (select told.*, a.level, b.level access, c.level skills from told
  left join ladder a on a.ladder = 'award' and k = 'award' and a.value = v
  left join ladder b on b.ladder = 'access' and k = 'operation' and b.value = v
  left join ladder c on c.ladder = 'skills' and k = 'operation' and c.value = v
  where k in ('award', 'operation', 'tied')) group by g;

create temp table g_party as
select g, bool_or(is_supplier and ok) has_supplier, bool_or(ok and hold >= 5) has_foreign,
  bool_and(hold < 5) all_home, bool_or(not is_supplier and ok and hold >= 5) foreign_operator,
  bool_or(not is_supplier and ok and hold < 5) home_operator,
  bool_or(is_supplier and ok and hold >= 5) foreign_supplier,
  bool_or(not is_supplier and ok) has_operator,
  count(*) filter (not is_supplier) > 0 operator_told
from provider group by g;

create temp table g_hands as
select grp.g, grp.home, p.*  exclude (g), gv.* exclude (g),
  case when has_foreign then true when has_supplier and all_home then false end present,
  exists_keyed, keyed_ok, hosting_most, placed, custody
from grp left join g_party p using (g) left join g_values gv using (g)
left join (select t.g, count(*) filter (keyed) > 0 exists_keyed, bool_or(keyed and ok) keyed_ok,
    bool_or(ok) placed, null hosting_most, null custody
  from (select g, ok, split_part(v, ':', 2) = 'true' keyed from told where k = 'hosting') t
  group by t.g) using (g);

create temp table g_running as
select *, case when foreign_operator or (foreign_supplier and runs) then true
  when present = false or home_operator or in_house then false end running
from (select * replace (coalesce(foreign_operator, false) as foreign_operator,
  coalesce(foreign_supplier, false) as foreign_supplier, coalesce(runs, false) as runs,
  coalesce(home_operator, false) as home_operator, coalesce(in_house, false) as in_house)
  from g_hands);

-- D1, D2, D3 of each provider, then of the deployment.
create temp table provider_level as
select p.g, p.is_supplier, p.ok,
  case when p.hold = 0 then 0 when p.hold = 1 then 1 when p.hold = 5 then 3 else 4 end d1,
  case when p.hold = 0 or not is_reached then 0
    when is_decisive then case when adm_lo then 4 else 3 end else 1 end d2,
  case when p.hold = 0 then 0
    when is_reached then case when is_decisive then case when adm_hi then 4 else 3 end else 1 end
    when is_open then 4 else 0 end d2_hi,
  case when told3 > 0 then told3 else 0 end d3,
  case when told3 > 0 then told3 when p.hold = 0 then 0 else 4 end d3_hi
from (
  select provider.*,
    case when is_supplier then coalesce(runs, false) or coalesce(keyed_ok, false)
      else provider.ok end adm_lo,
    case when is_supplier then coalesce(runs, false) or coalesce(keyed_ok, false)
      or not coalesce(is_settled, false) or coalesce(runs_told, false)
      or coalesce(exists_keyed, false) else true end adm_hi,
    greatest(state, coalesce((select max(2) from said where said.party = provider.party
      and said.kind = 'state-influence-over-supplier' and said.counterpart <> provider.home), 0))
      told3
  from provider join g_running using (g)) p;

create temp table level_d123 as
select g, has_supplier,
  greatest(coalesce(max(d1) filter (ok), 0), 0) d1,
  case when has_supplier then max(d1) else 4 end d1_hi,
  case when has_supplier then coalesce(max(d2) filter (ok), 0)
    else coalesce(max(d2) filter (ok and not is_supplier), 0) end d2,
  case when has_supplier then max(d2_hi) else 4 end d2_hi,
  coalesce(max(d3) filter (ok), 0) d3,
  case when has_supplier then max(d3_hi) else 4 end d3_hi
from provider_level join g_party using (g) group by g, has_supplier;

-- ----------------------------------------------------------------------------- custody and access
create temp table safeguarded as
select distinct p.id subject from party p join statement s on s.subject in (p.id, p.within)
where s.kind = 'privacy-safeguard';

create temp table level_d4 as
with place as (
  select r.g, t.ok, case when split_part(v, ':', 2) = 'true' and present then 4
    when split_part(v, ':', 1) = r.home then 0
    when split_part(v, ':', 3) = 'true' then 3 else 4 end level
  from g_running r join told t on t.g = r.g and t.k = 'hosting'
  union all select g, true, 2 from g_running where running),
told4 as (select g, max(level) most, max(level) filter (ok) lo from place group by g)
select r.g, t.most,
  coalesce(t.lo, 0) lo,
  case when not coalesce(placed, false) then 4
    when t.lo is null then 4
    when t.lo = 0 and running is null then greatest(t.most, 2) else t.most end hi
from g_running r left join told4 t using (g);

create temp table level_d6 as
with said6 as (
  select g, access_most most, access lo from g_running where present
  union all select g, 3, 3 from g_running where running
  union all select p.g, 0, case when ok then 0 end from provider p join g_running r using (g)
    where not p.is_supplier and hold < 5 and running is distinct from true)
select r.g, case when present = false and running = false then 0
    else coalesce(max(lo), 0) end lo,
  case when present = false and running = false then 0
    when max(lo) is null then 4 else greatest(max(lo), max(most)) end hi
from g_running r left join said6 using (g) group by r.g, present, running;

create temp table level_d7 as
with loan as (
  select grp.g, t.ok, case when f.hold < 5 then 0 when f.state >= 3
      then case when tied then 4 else 3 end else 1 end lo,
    case when f.hold < 5 then 0 when f.state >= 3 then case when tied_told then 4 else 3 end
      else 4 end hi
  from told t join grp using (g) join foreignness f on f.party = t.v::int and f.home = grp.home
  left join g_values using (g) where t.k = 'financier')
select grp.g, coalesce(max(lo) filter (ok), 0) lo,
  case when bool_or(ok) then max(hi) else 4 end hi
from grp left join loan using (g) group by grp.g;

-- ------------------------------------------------------------------------------------ all levels
create temp table level as
with base as (select r.*, is_evidenced, subject in (select subject from safeguarded) is_safe
  from g_running r join grp using (g)),
plain(g, factor, lo, hi) as (
  select g, 'D1', d1, greatest(d1, d1_hi) from level_d123
  union all select g, 'D2', d2, greatest(d2, d2_hi) from level_d123
  union all select g, 'D3', d3, greatest(d3, d3_hi) from level_d123
  union all select g, 'D7', lo, greatest(lo, hi) from level_d7
  union all select g, 'D8', 0, case when present = false then 0 else 4 end from base
  union all select g, 'L5', coalesce(award, 0), case when award is null then 4 else award_most end
    from (select g, case when ok5 then greatest(award, 3) else award end award,
            greatest(award_most, told5) award_most
          from (select b.g, nullif(greatest(coalesce(award, -1), case when tied then 4 else -1 end), -1)
                  award,
                greatest(coalesce(award_most, 0), case when tied_told then 4 else 0 end) award_most,
                coalesce(ok5, false) ok5, coalesce(told5, 0) told5
              from base b left join (select g, bool_or(ok) ok5, 3 told5 from g_said
                where kind = 'opaque-procurement' group by g) using (g)))
  union all select g, 'L6', coalesce(lo, 0), case when lo is null then 4 else most end
    from (select b.g,
        nullif(greatest(coalesce(skills, -1), case when has_operator then 3 else -1 end,
          case when ok6 then 2 else -1 end), -1) lo,
        greatest(coalesce(skills_most, 0), case when operator_told then 3 else 0 end,
          case when ok6 is not null then 2 else 0 end) most
      from base b left join (select g, bool_or(ok) ok6 from g_said where kind = 'weak-oversight'
        group by g) using (g))
  union all select b.g, 'D10', case when ok10 then 4 else 0 end, 4
    from base b left join (select g, bool_or(ok and abroad = 1) ok10 from g_said
      where kind = 'export-control-constraint' group by g) using (g)
  union all select b.g, 'L3', coalesce(lo, 0), case when lo is null then 4 else most end
    from base b left join (select g, max(x) filter (ok) lo, max(x) most from (
      select g, ok, case kind when 'supplier-dependence' then 2 else 3 end x from g_said
      where kind in ('supplier-dependence', 'interoperability-gap')) group by g) using (g)
  union all select b.g, 'L4', case when ok4 then 4 else 0 end, 4
    from base b left join (select g, bool_or(ok) ok4 from g_said
      where kind = 'migration-difficulty' group by g) using (g)),
term as (
  select b.g, max(x) filter (ok) lo, max(x) most from base b
  left join (select t.g, t.ok, case when bool_or(f.ok) and t.v::double > 10 then 4
        when t.v::double < 3 then 0 when t.v::double < 5 then 1 else 2 end x
      from told t left join told f on f.g = t.g and f.k = 'financier'
      where t.k = 'term' group by t.g, t.ok, t.v
    union all
    select m.g, is_evidenced, case when (max(day) - min(day)) / 365.25 < 5 then 1 else 2 end
      from member m join grp using (g)
      where day is not null and weight >= .4 - 1e-12
        and status in ('contracted', 'financed', 'under-construction', 'operational')
      group by m.g, is_evidenced having (max(day) - min(day)) / 365.25 >= 3) using (g)
  group by b.g),
lowered as (
  select b.g, 'D4' factor, d4.lo, d4.hi, is_safe and coalesce(most, 0) <> 3 applies, d1.d1_hi
  from base b join level_d4 d4 using (g)
  left join (select g, greatest(d1, d1_hi) d1_hi from level_d123) d1 using (g)
  union all
  select b.g, 'D6', d6.lo, d6.hi, is_safe, d1.d1_hi from base b join level_d6 d6 using (g)
  left join (select g, greatest(d1, d1_hi) d1_hi from level_d123) d1 using (g))
select * from plain
union all select g, 'L7', coalesce(lo, 0), case when lo is null then 4 else greatest(lo, most) end
  from term
union all select g, factor,
  case when applies and (lo > 0 or hi = 0) and (lo >= 2 or (lo = 1 and coalesce(d1_hi, 4) <= 2))
    then lo - 1 else lo end,
  case when applies and (lo > 0 or hi = 0) and (hi >= 2 or (hi = 1 and coalesce(d1_hi, 4) <= 2))
    then hi - 1 else hi end
  from lowered;

-- --------------------------------------------------------------------------------- L2, by function
create temp table stack as
with supply as (
  select distinct t.g, c.parent from told t join corporate c on c.party = t.v::int
  where t.k = 'supplier' and t.ok),
layer as (
  select g, bit_or(case v when 'network' then 1 when 'data-centre' then 2 when 'platform' then 4
    when 'application' then 8 when 'operation' then 16 else 32 end) mask
  from told where k = 'layer' and ok group by g),
held as (
  select c.subject, function, c.g, parent, is_evidenced, bit_or(case when is_evidenced
      and weight > 0 then coalesce(mask, 0) else 0 end) over (partition by c.subject, function, parent
      order by weight desc range unbounded preceding) mask
  from cover c join grp using (g) join supply s on s.g = c.g left join layer l on l.g = c.g
  where most > 0)
select subject, function, g, max(bit_count(mask)) layers from held where is_evidenced
group by subject, function, g;

-- ------------------------------------------------------------------------------------------- cells
create temp table entry as
select c.subject, c.function, l.factor, weight, most, lo, hi
from cover c join level l using (g)
union all
select c.subject, c.function, 'L2', c.weight, c.most,
  case when layers >= 2 then least(layers, 4) else 0 end,
  case when layers >= 2 then least(layers, 4) else 4 end
from cover c left join stack s on s.subject = c.subject and s.function = c.function and s.g = c.g
union all
select v.subject, function, factor, reach * 1000, reach * 1000, level, level from (
  select subject as about, subject, 500 reach, kind, counterpart from statement
  union all select s.subject, within, 300, s.kind, s.counterpart from statement s
    join party p on p.id = s.subject where within is not null) v
join (values ('supplier-dependence', 'L3', 2), ('interoperability-gap', 'L3', 3),
  ('migration-difficulty', 'L4', 4), ('weak-oversight', 'L6', 2),
  ('export-control-constraint', 'D10', 4)) rule(kind, factor, level) using (kind)
join party p on p.id = v.subject and p.kind in ('country', 'territory')
join party q on q.id = v.counterpart cross join w_function
where not (factor = 'D10' and q.jurisdiction = p.jurisdiction);

create temp table cell as
select subject, function, factor, max(weight * lo) / 4e6 x, max(most * hi) / 4e6 x_hi,
  coalesce(max(weight) filter (lo > 0 or hi = 0), 0) / 1e6 coverage
from entry group by subject, function, factor;

create temp table grid_d as
with covered as (
  select subject, function, max(weight) / 1e6 k from cover group by subject, function),
subjects as (select distinct subject from entry)
select s.subject, sum(v * w * coalesce(x, 0)) x, sum(v * w * greatest(coalesce(x_hi, 0),
    1 - coalesce(k, 0))) x_hi, sum(v * w * coalesce(coverage, 0)) coverage, left(factor, 1) dimension
from subjects s cross join w_function cross join w_factor
left join cell using (subject, function, factor) left join covered using (subject, function)
group by s.subject, dimension;

-- --------------------------------------------------------------------------------------- L1 and L8
create temp table supplied as
select subject, function, c.g, weight, t.v::int supplier, parent
from cover c join told t on t.g = c.g and t.k = 'supplier' and t.ok
join corporate on corporate.party = t.v::int where weight > 0;

create temp table l1 as
with main as (
  select distinct subject, function, parent from supplied
  qualify weight = max(weight) over (partition by subject, function)),
share as (
  select subject, parent, sum(v / n) s from (select *, count(*) over (partition by subject, function) n
    from main) join w_function using (function) group by subject, parent),
known as (select subject, count(distinct function) n from main group by subject),
rest as (
  select k.subject, sum(v * v) s2 from known k cross join w_function f
  where not exists (select 1 from main m where m.subject = k.subject and m.function = f.function)
  group by k.subject)
select subject, case when n >= 5 then greatest(0, (sum(s * s) + coalesce(any_value(s2), 0) - 1 / 11.0)
  / (1 - 1 / 11.0)) else 0 end l1
from share join known using (subject) left join rest using (subject) group by subject, n;

create temp table l8 as
with lent as (
  select distinct s.subject, s.g, s.supplier, t.v lender from supplied s join told t
    on t.g = s.g and t.k = 'financier' and t.ok),
entangled as (
  select subject, unnest(gs) g from (select subject, parent, list(distinct g) gs from supplied
    group by subject, parent having count(distinct supplier) > 1)
  union
  select subject, unnest(gs) from (select subject, lender, list(distinct g) gs from lent
    group by subject, lender having count(distinct g) > 1 and count(distinct supplier) > 1))
select subject, least(1, sum(v)) l8 from (select distinct e.subject, function from entangled e
  join supplied s on s.subject = e.subject and s.g = e.g) join w_function using (function)
group by subject;

create temp table result as
select d.subject, 100 * d.x d, least(100, greatest(100 * d.x, 100 * d.x_hi)) d_hi,
  least(1, d.coverage) d_coverage,
  100 * (l.x + .18 * coalesce(l1, 0) + .08 * coalesce(l8, 0)) l, least(1, l.coverage / .74) l_coverage
from (select * from grid_d where dimension = 'D') d join (select * from grid_d where dimension = 'L') l
  using (subject) left join l1 using (subject) left join l8 using (subject);
