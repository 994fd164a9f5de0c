-- Everything that a pair said and did, one row a fact, written in the transaction of that fact. Rows are added, never changed.
create table log_entry (
    id            bigint generated always as identity primary key,
    mentorship_id text not null references mentorship (id),
    kind          text not null check (kind ~ '^[A-Z_]+$'),
    author_id     text references employee (id),     -- null where the product itself spoke
    at            timestamptz not null,
    happened_on   date not null,                     -- the day that counts: of a talk the day on which it was held
    headline      text not null,                     -- message code of the sentence above the text
    arguments     text not null,                     -- its arguments, a JSON list
    text          text not null,                     -- the person's own words; empty where the headline says it all
    source_id     text,                              -- the fact that it tells of; the same fact is told once
    competencies  text[] not null default '{}',
    search        tsvector not null                  -- words and character pairs, made by the application (LogWords)
);
create index log_entry_by_time on log_entry (mentorship_id, at desc, id desc);
create unique index log_entry_once on log_entry (mentorship_id, kind, source_id) where source_id is not null;
create index log_entry_search on log_entry using gin (search);

create table log_mention (
    entry_id  bigint not null references log_entry (id),
    person_id text not null references employee (id),
    primary key (entry_id, person_id)
);

-- Who beside the pair has read a log, when and why. Nobody takes a line back.
create table log_reading (
    id            bigint generated always as identity primary key,
    mentorship_id text not null references mentorship (id),
    reader_id     text not null references employee (id),
    reading_as    text not null check (reading_as in ('hr', 'auditor')),
    reason        text,
    read_at       timestamptz not null,
    check (reading_as <> 'hr' or reason is not null)
);
create index log_reading_by_mentorship on log_reading (mentorship_id, read_at desc);

create function refuse_change_of_log_reading() returns trigger language plpgsql as $$
begin
    raise exception 'readings of coaching logs are only added';
end $$;
create trigger log_reading_is_append_only before update or delete or truncate on log_reading
    for each statement execute function refuse_change_of_log_reading();

-- Whether the mentee lets the next mentor, or the one who has just come, read what was written before. The last word counts.
create table log_consent (
    id            bigint generated always as identity primary key,
    mentorship_id text not null references mentorship (id),
    granted       boolean not null,
    given_by      text not null references employee (id),
    given_at      timestamptz not null
);
create index log_consent_by_mentorship on log_consent (mentorship_id, id desc);

-- What was done before there was a log. The column "search" is filled by the next migration, which knows the words.
insert into log_entry (mentorship_id, kind, author_id, at, happened_on, headline, arguments, text, source_id, competencies, search)
select mentorship_id, kind, author_id, at, happened_on, headline, arguments::text, text, source_id, competencies, ''::tsvector
from (
    select c.mentorship_id, 'GUIDANCE' as kind, g.given_by as author_id, g.recorded_at as at, g.held_on as happened_on,
           'mentoring.log.guidance.' || g.method as headline, json_build_array(g.minutes, g.held_on) as arguments,
           g.topic || E'\n\n' || g.question || E'\n\n' || g.advice as text, g.id::text as source_id, '{}'::text[] as competencies
    from guidance g join coaching_case c on c.id = g.coaching_id
    union all
    select c.mentorship_id, 'EVALUATION', e.given_by, e.evaluated_at, e.evaluated_at::date, 'mentoring.log.evaluation',
           json_build_array((select string_agg(l.competency || ' ' || trim_scale(l.level), ', ' order by l.competency)
                             from ability_evaluation_level l where l.ability_evaluation_id = e.id)),
           e.direction, e.id::text,
           array(select l.competency from ability_evaluation_level l where l.ability_evaluation_id = e.id order by l.competency)
    from ability_evaluation e join coaching_case c on c.id = e.coaching_id
    union all
    select c.mentorship_id, 'EXPERIENCE', x.given_by, x.recorded_at, x.recorded_at::date, 'mentoring.log.experience', '[]'::json,
           x.title || E'\n\n' || x.situation || E'\n\n' || x.method || E'\n\n' || x.steps || E'\n\n' || x.effect, x.id::text, '{}'
    from shared_experience x join coaching_case c on c.id = x.coaching_id
    union all
    select p.mentorship_id, 'PLAN', p.mentee_id, p.needs_stated_at, p.needs_stated_at::date, 'mentoring.log.needs', '[]'::json,
           p.needs, 'needs/' || p.id, '{}'
    from plan p where p.needs is not null and p.needs_stated_at is not null
    union all
    select v.mentorship_id, 'PLAN', v.created_by, v.created_at, v.created_at::date, 'mentoring.log.planVersion',
           json_build_array(v.version, v.end_on),
           (select coalesce(string_agg(g.competency || ' → ' || trim_scale(g.target_level)
                       || coalesce((select string_agg(E'\n' || a.title || ' · ' || a.due_on, '' order by a.position)
                                    from plan_action a where a.goal_id = g.id), ''),
                   E'\n\n' order by g.position), '') from plan_goal g where g.plan_version_id = v.id),
           'version/' || v.id,
           array(select g.competency from plan_goal g where g.plan_version_id = v.id order by g.position)
    from plan_version v
    union all
    select v.mentorship_id, 'PLAN', a.person_id, a.answered_at, a.answered_at::date,
           case when a.agreed then 'mentoring.log.planAgreed' else 'mentoring.log.planChanges' end,
           json_build_array(v.version), coalesce(a.change_request, ''), 'answer/' || v.id || '/' || a.side, '{}'
    from plan_answer a join plan_version v on v.id = a.plan_version_id
    union all
    select e.mentorship_id, 'CONCLUSION', e.decided_by, e.decided_at, e.decided_at::date,
           'mentoring.log.conclusion.' || e.next_step, '[]'::json, '', e.id, '{}'
    from evaluation e where e.next_step is not null and e.decided_at is not null
) as earlier
order by at, kind, source_id;
