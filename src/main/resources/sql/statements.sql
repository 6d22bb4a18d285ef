-- name: source-state
select * from source_state where source_id = :source

-- name: source-states
select source_id, source_url, polled_at as at, outcome, detail, entries, last_success, next_poll
from source_state order by source_id

-- name: save-source-state
insert into source_state (source_id, source_url, asked_for, entity_tag, last_modified, moved_to, moves, body_hash, failures,
                          next_poll, not_before, covered_from, covered_to, pace, every, last_success, polled_at, outcome,
                          detail, entries)
values (:source, :url, :askedFor, :entityTag, :lastModified, :movedTo, :moves, :bodyHash, :failures,
        :nextPoll, :notBefore, :coveredFrom, :coveredTo, :pace, :every, :lastSuccess, :at, :outcome, :detail, :entries)
on conflict (source_id) do update set
  source_url = excluded.source_url, asked_for = excluded.asked_for, entity_tag = excluded.entity_tag, last_modified = excluded.last_modified,
  moved_to = excluded.moved_to, moves = excluded.moves, body_hash = excluded.body_hash, failures = excluded.failures,
  next_poll = excluded.next_poll, not_before = excluded.not_before, covered_from = excluded.covered_from,
  covered_to = excluded.covered_to, pace = excluded.pace, every = excluded.every,
  last_success = coalesce(excluded.last_success, source_state.last_success),
  polled_at = excluded.polled_at, outcome = excluded.outcome, detail = excluded.detail, entries = excluded.entries

-- name: forget-source-state
delete from source_state where source_id = :source

-- name: forget-gaps
delete from gap where source_id = :source

-- name: polls-until
select f.source_id, s.source_url, f.at, f.outcome, f.detail, f.entries, s.last_success, s.next_poll
from fetch f
join source_state s on s.source_id = f.source_id
where f.id = (select max(id) from fetch where source_id = f.source_id and at <= :until)
order by f.source_id

-- name: insert-fetch
insert into fetch (source_id, at, outcome, detail, entries) values (:source, :at, :outcome, :detail, :entries)

-- name: insert-entry
insert into entry (id, source_id, guid, title, link, canonical, page, published, updated, date, first_seen,
                   authors, categories, enclosures, transcripts, points, comments, withdrawn, summary, content)
values (:id, :source, :guid, :title, :link, :canonical, :page, :published, :updated, :date, :firstSeen,
        :authors, :categories, :enclosures, :transcripts, :points, :comments, :withdrawn, :summary, :content)
on conflict (id) do nothing

-- name: update-signals
update entry set points = case when points < :points then :points else points end,
                 comments = case when comments < :comments then :comments else comments end,
                 withdrawn = case when withdrawn < :withdrawn then :withdrawn else withdrawn end
where id = :id

-- name: pages-to-read
select e.* from entry e
left join article a on a.page = e.page
left join decision d on d.entry_id = e.id
left join issue i on i.week = d.week and i.state = 'made'
where e.date > :from and e.date <= :to and i.week is null
  and (a.page is null or (a.outcome = 'missing' and a.tried_at < :retryBefore))
order by e.page, e.id

-- name: page-to-read
select e.* from entry e
left join article a on a.page = e.page
left join decision d on d.entry_id = e.id
left join issue i on i.week = d.week and i.state = 'made'
where e.page = :page and e.date > :from and e.date <= :to and i.week is null
  and (a.page is null or (a.outcome = 'missing' and a.tried_at < :retryBefore))
order by e.id

-- name: save-article
insert into article (page, outcome, reason, tried_at, url, title, byline, published, language, site_name, canonical,
                     kind, text, markdown, words, image_url, image_alt)
values (:page, :outcome, :reason, :at, :url, :title, :byline, :published, :language, :siteName, :canonical,
        :kind, :text, :markdown, :words, :imageUrl, :imageAlt)
on conflict (page) do update set
  outcome = excluded.outcome, reason = excluded.reason, tried_at = excluded.tried_at, url = excluded.url,
  title = excluded.title, byline = excluded.byline, published = excluded.published, language = excluded.language,
  site_name = excluded.site_name, canonical = excluded.canonical, kind = excluded.kind, text = excluded.text,
  markdown = excluded.markdown, words = excluded.words, image_url = excluded.image_url, image_alt = excluded.image_alt
where article.outcome = 'missing'

-- name: considered
select e.*, a.outcome as article_outcome, a.reason as article_reason, a.url as article_url, a.title as article_title,
       a.byline, a.published as article_published, a.language, a.site_name, a.canonical as article_canonical, a.kind,
       a.text, a.markdown, a.words, a.image_url, a.image_alt
from entry e
left join article a on a.page = e.page
left join decision d on d.entry_id = e.id
left join issue i on i.week = d.week and i.state = 'made'
where e.date <= :to and (i.week is null or i.week = :week)
order by e.id

-- name: entry-read
select e.*, a.outcome as article_outcome, a.reason as article_reason, a.url as article_url, a.title as article_title,
       a.byline, a.published as article_published, a.language, a.site_name, a.canonical as article_canonical, a.kind,
       a.text, a.markdown, a.words, a.image_url, a.image_alt
from entry e
left join article a on a.page = e.page
where e.id = :id

-- name: page-read
select a.outcome as article_outcome, a.reason as article_reason, a.url as article_url, a.title as article_title,
       a.byline, a.published as article_published, a.language, a.site_name, a.canonical as article_canonical, a.kind,
       a.text, a.markdown, a.words, a.image_url, a.image_alt
from article a
where a.page = :page

-- name: clear-decisions
delete from decision where week = :week

-- name: insert-decision
insert into decision (entry_id, week, reason, detail, story_id, score)
values (:entry, :week, :reason, :detail, :story, :score)
on conflict (entry_id) do update set
  week = excluded.week, reason = excluded.reason, detail = excluded.detail, story_id = excluded.story_id,
  score = excluded.score

-- name: decisions
select entry_id, reason, detail, story_id, score from decision where week = :week order by entry_id

-- name: count-considered
select count(*) from entry e
left join decision d on d.entry_id = e.id
left join issue i on i.week = d.week and i.state = 'made'
where e.date <= :to and (i.week is null or i.week = :week)

-- name: week-rows
select e.source_id, e.guid, e.link, e.canonical, e.title, a.title as article_title, e.published, e.id,
       d.story_id, d.reason, d.detail, coalesce(a.words, 0) as words, a.text, s.summary
from entry e
join decision d on d.entry_id = e.id and d.week = :week
left join article a on a.page = e.page
left join summary s on s.entry_id = e.id and s.week = :week
order by e.source_id, e.date, e.id

-- name: find-entries
select e.id, e.source_id, coalesce(nullif(trim(e.title), ''), a.title, '') as title, e.link, e.date, e.published, e.updated, e.first_seen, d.week, d.reason, d.detail, d.score, a.outcome as article_outcome,
       a.reason as article_reason, a.published as article_published, coalesce(a.words, 0) as words,
       case when d.reason = 'picked' then 0
            else (select count(*) from edit where edit.item_id = e.id and edit.kind = 'deleted'
                  and not exists (select 1 from edit later where later.item_id = e.id and later.week = edit.week
                                  and later.kind = 'returned' and later.id > edit.id)) end as rejected,
       (select min(s.week) from summary s where s.entry_id = e.id and s.week > d.week) as carried
from entry e
left join decision d on d.entry_id = e.id
left join article a on a.page = e.page
where e.id = :item or e.link = :item or e.canonical = :item or e.guid = :item 
   or lower(coalesce(nullif(trim(e.title), ''), a.title, '')) like '%' || lower(:part) || '%' escape '!'
order by e.date desc, e.id
limit :most

-- name: entries-of-source
select e.* from entry e where e.source_id = :source order by e.date desc, e.id limit :most

-- name: texts-of-source
-- What its entries say: the page where it was read, else what the feed says of it.
select coalesce(a.text, e.summary) as text from entry e
left join article a on a.page = e.page
where e.source_id = :source and e.date <= :to and coalesce(a.text, e.summary) is not null
order by e.date desc, e.id limit :most

-- name: past-decided
-- An entry that a later issue took from the archive has its summary there, and its decision where it was passed over.
select e.*, coalesce(s.week, d.week) as decided_week,
       case when s.week is null then d.reason else 'picked' end as decided_reason, d.score as decided_score,
       a.outcome as article_outcome, a.reason as article_reason, a.url as article_url, a.title as article_title,
       a.byline, a.published as article_published, a.language, a.site_name, a.canonical as article_canonical, a.kind,
       a.text, a.markdown, a.words, a.image_url, a.image_alt
from decision d
join issue i on i.week = d.week and i.state = 'made'
join entry e on e.id = d.entry_id
left join article a on a.page = e.page
left join (
  select entry_id, min(week) as week from summary where week < :week group by entry_id
) s on s.entry_id = e.id and s.week > d.week
where d.week < :week and d.reason in ('picked', 'bench', 'low rank', 'rejected')
order by case when d.reason = 'picked' or s.week is not null then 0 else 1 end, coalesce(s.week, d.week) desc,
         d.score desc, e.id
limit :most

-- name: runners-up
select e.*, d.week as decided_week, d.reason as decided_reason, d.score as decided_score,
       a.outcome as article_outcome, a.reason as article_reason, a.url as article_url, a.title as article_title,
       a.byline, a.published as article_published, a.language, a.site_name, a.canonical as article_canonical, a.kind,
       a.text, a.markdown, a.words, a.image_url, a.image_alt
from decision d
join issue i on i.week = d.week and i.state = 'made'
join entry e on e.id = d.entry_id
join article a on a.page = e.page and a.outcome = 'extracted'
where d.week >= :from and d.week < :week and d.reason = 'bench'
  and not exists (select 1 from summary s where s.entry_id = e.id and s.week <> :week)
order by d.score desc, e.id
limit :most

-- name: issue
select * from issue where week = :week

-- name: issues
select * from issue where state = 'made' order by week desc

-- name: last-cutoff
select max(window_to) as window_to from issue where week < :week and state = 'made'

-- name: open-issue
insert into issue (week, state, window_from, window_to) values (:week, 'open', :from, :to)
on conflict (week) do nothing

-- name: finish-issue
update issue set state = 'made', issue_json = :json, generated = :generated, written = :written, merged_from = :mergedFrom,
                 merged_with = :mergedWith, earlier_json = :earlierJson
where week = :week

-- name: finish-stood
update issue set stood = written where week = :week

-- name: lay-open
update issue set written = :written, merged_from = generated, merged_with = :seen, earlier_json = null where week = :week

-- name: set-edition
update issue set generated = :generated, issue_json = :json where week = :week

-- name: files-written
update issue set merged_from = null, merged_with = null, earlier_json = null where week = :week

-- name: keep-version
insert into kept (week, hash, generated, issue_json) values (:week, :hash, :generated, :json)

-- name: forget-version
delete from kept where week = :week and hash = :hash

-- name: forget-versions
delete from kept where week = :week and id not in (
  select id from kept where week = :week order by id desc limit :most)

-- name: kept-versions
select generated, issue_json as json from kept where week = :week
group by generated, issue_json order by max(id) desc

-- name: kept-version
select generated, issue_json as json from kept where week = :week and hash = :hash

-- name: clear-summaries
delete from summary where week = :week

-- name: insert-summary
insert into summary (week, entry_id, summary) values (:week, :entry, :summary)

-- name: insert-edit
insert into edit (week, at, item_id, kind, detail)
select :week, :at, :item, :kind, :detail
where not exists (
  select 1 from edit
  where week = :week and coalesce(item_id, '') = coalesce(:item, '') and kind = :kind and detail = :detail)

-- name: append-edit
insert into edit (week, at, item_id, kind, detail) values (:week, :at, :item, :kind, :detail)

-- name: gone
-- What the newest event on an item's going says, where it did not return.
select week, item_id as id, kind from edit
where kind <> 'returned' and id in (
  select max(id) from edit where kind in ('deleted', 'vanished', 'returned') group by week, item_id)
order by id

-- name: insert-published
insert into edit (week, at, item_id, kind, detail)
select :week, :at, null, 'published', :digest
where :digest <> coalesce(
  (select detail from edit where week = :week and kind = 'published' order by id desc limit 1), '')

-- name: published
select week, detail from edit
where id in (select max(id) from edit where kind = 'published' group by week) order by week

-- name: weeks-worked-on
-- A file that lost most of its items, and got them back, need not have been touched by anybody.
select distinct week from edit where kind not in ('vanished', 'returned') order by week

-- name: insert-rewrite
insert into edit (week, at, item_id, kind, detail) values (:week, :at, :item, 'redo', :detail)

-- name: rewrites
select item_id, detail from edit where week = :week and kind = 'redo' order by id

-- name: events
select number, at, author, kind, item_id as item, words, delta from event
where week = :week and number > :after order by number

-- name: last-event
select coalesce(max(number), 0) from event where week = :week

-- name: insert-event
insert into event (week, number, at, author, kind, item_id, words, delta)
values (:week, :number, :at, :author, :kind, :item, :words, :delta)

-- name: insert-edition
insert into edition (week, number, generated, issue_json) values (:week, :number, :generated, :json)

-- name: edition
select generated, issue_json as json from edition where week = :week and number = :number

-- name: insert-revision
insert into revision (week, revision, number, at, override, digest, issue_json)
select :week, coalesce(max(revision), 0) + 1, :number, :at, :override, :digest, :json from revision where week = :week

-- name: revisions
select week, revision, number, at, override, digest, issue_json as json from revision
where week = :week order by revision

-- name: receipts
select target, week, hash, step, service_id as id, updated, fingerprint, at from receipt
where target = :target and week = :week order by at, hash

-- name: receipts-by-id
select target, week, hash, step, service_id as id, updated, fingerprint, at from receipt
where service_id = :id order by at desc

-- name: keep-receipt
insert into receipt (target, week, hash, step, service_id, updated, fingerprint, at)
values (:target, :week, :hash, :step, :id, :updated, :fingerprint, :at)
on conflict (target, week, hash) do update set
  step = excluded.step, service_id = excluded.service_id, updated = excluded.updated,
  fingerprint = excluded.fingerprint, at = excluded.at

-- name: find-reply
select reply, reply_hash, input_tokens, output_tokens, cost from model_call
where call_key = :key and outcome = 'answered' and reply is not null order by id desc limit 1

-- name: begin-call
insert into model_call (call_key, at, task, item_id, model, outcome, status, input_tokens, output_tokens, millis,
                        reply, reply_hash, week, estimated, cost, currency, priced, detail, remark)
values (:key, :at, :task, :item, :model, :outcome, :status, :inputTokens, :outputTokens, :millis,
        :reply, :replyHash, :week, :estimated, :cost, :currency, :priced, :detail, :remark)

-- name: finish-call
update model_call set outcome = :outcome, status = :status, input_tokens = :inputTokens, output_tokens = :outputTokens,
                      millis = :millis, reply = :reply, reply_hash = :replyHash, estimated = :estimated, cost = :cost,
                      currency = :currency, priced = :priced, detail = :detail, remark = :remark
where id = :number

-- name: use-reply
update model_call set unused = :unused where call_key = :key and outcome = 'answered'

-- name: reuse-reply
insert into model_reuse (call_id, week, at)
select id, :week, :at from model_call
where call_key = :key and outcome = 'answered' and reply is not null order by id desc limit 1

-- name: spent
select coalesce(sum(input_tokens + output_tokens), 0) as tokens, coalesce(sum(cost), 0) as micros
from model_call where week = :week

-- name: last-call
select coalesce(max(id), 0) from model_call

-- name: calls-since
select count(*) as attempts,
       count(*) filter (where outcome = 'answered') as answered,
       coalesce(sum(input_tokens) filter (where estimated = 0), 0) as input_tokens,
       coalesce(sum(output_tokens) filter (where estimated = 0), 0) as output_tokens,
       count(*) filter (where estimated = 1) as uncounted,
       coalesce(sum(input_tokens + output_tokens) filter (where estimated = 1), 0) as uncounted_tokens,
       sum(cost) as cost_micros, max(currency) as currency
from model_call where id > :number

-- name: remarks-since
select remark from model_call where id > :number and remark is not null order by id limit 1

-- name: model-faults
select coalesce(nullif(week, ''), substr(at, 1, 10)) as week, task, model, says, count(*) as attempts
from (
  select id, week, at, task, model,
         case when outcome = 'sent' then 'Nothing was heard of it: the run ended before the answer came.' else detail end as says
  from model_call
) as calls
where says is not null
group by 1, task, model, says
order by 1, task, model, attempts desc, max(id) desc

-- name: costs
select week, task, model,
       count(distinct call_key) as questions,
       sum(attempt) as attempts,
       sum(answered) as answered,
       coalesce(sum(input_tokens) filter (where estimated = 0), 0) as input_tokens,
       coalesce(sum(output_tokens) filter (where estimated = 0), 0) as output_tokens,
       coalesce(sum(estimated), 0) as uncounted,
       coalesce(sum(input_tokens + output_tokens) filter (where estimated = 1), 0) as uncounted_tokens,
       sum(cost) as cost_micros, max(currency) as currency,
       sum(reused) as reused, sum(saved_tokens) as saved_tokens, sum(saved_cost) as saved_cost
from (
  select coalesce(nullif(week, ''), substr(at, 1, 10)) as week, task, model, call_key, 1 as attempt,
         case when outcome = 'answered' and unused = 0 then 1 else 0 end as answered,
         input_tokens, output_tokens, estimated, cost, currency, 0 as reused, 0 as saved_tokens, 0 as saved_cost
  from model_call
  union all
  select coalesce(nullif(r.week, ''), substr(r.at, 1, 10)), c.task, c.model, null, 0, 0, 0, 0, 0, null, c.currency,
         1, c.input_tokens + c.output_tokens, coalesce(c.cost, 0)
  from model_reuse r join model_call c on c.id = r.call_id
) as lines
group by week, task, model
order by week, task, model

-- name: host-pause
select until from host_pause where host = :host

-- name: save-host-pause
insert into host_pause (host, until) values (:host, :until)
on conflict (host) do update set until =
  case when host_pause.until > excluded.until and host_pause.until <= :believed
       then host_pause.until else excluded.until end

-- name: newest-dates
select min(date) from (select date from entry where source_id = :source order by date desc limit :most) as newest

-- name: stated-by-source
select guid, title, link, published from entry where source_id = :source order by date desc, id limit :most

-- name: entry-date
select date from entry where id = :id

-- name: gaps-touching
select source_id, since, until, reason from gap where since < :to and until > :from order by source_id, since

-- name: entries-by-source
select source_id, count(*) as n from entry where date > :from and date <= :to group by source_id

-- name: entries-by-day
select source_id, substr(date, 1, 10) as day, count(*) as n from entry where date > :from and date <= :to
group by source_id, substr(date, 1, 10)

-- name: polls-by-day
select source_id, substr(at, 1, 10) as day, outcome, count(*) as n from fetch where at > :from and at <= :to
group by source_id, substr(at, 1, 10), outcome

-- name: story-reports
-- Every entry that the entry's issue took for the same story, the entry itself among them.
select e.id, e.source_id, coalesce(nullif(trim(e.title), ''), a.title, '') as title, e.link, e.date from decision mine
join decision d on d.week = mine.week and (d.entry_id = mine.entry_id or d.story_id = mine.story_id)
join entry e on e.id = d.entry_id
left join article a on a.page = e.page
where mine.entry_id = :entry order by e.date, e.id

-- name: sources-asked
select distinct source_id from fetch where at > :from and at <= :to order by source_id

-- name: insert-gap
insert into gap (source_id, since, until, reason, found_at) values (:source, :since, :until, :reason, :at)

-- name: lengthen-gap
update gap set until = :until where source_id = :source and reason = :reason and until = :since

-- name: close-gaps
delete from gap
where source_id = :source and since >= :from and until <= :to and (:reason is null or reason = :reason)

-- name: find-embedding
select steps, used from embedding where key = :key

-- name: save-embedding
insert into embedding (key, steps, used) values (:key, :steps, :day)
on conflict (key) do update set used = excluded.used

-- name: use-embedding
update embedding set used = :day where key = :key

-- name: sweep-embeddings
delete from embedding where used < :day

-- name: service-traits
select service, model, trait, value, at from service_trait
where service = :service and model = :model and at >= :since order by trait

-- name: all-service-traits
select service, model, trait, value, at from service_trait order by service, model, trait

-- name: learn-service-trait
insert into service_trait (service, model, trait, value, at) values (:service, :model, :trait, :value, :at)
on conflict (service, model, trait) do update set value = excluded.value, at = excluded.at

-- name: link-check
select at, ending, landed, sentence from link_check where address = :address
union all
select tried_at as at, 'alive' as ending, coalesce(url, '') as landed, 'It was read.' as sentence
from article where page = :page and outcome = 'extracted'
order by at desc

-- name: save-link-check
insert into link_check (address, at, ending, landed, sentence) values (:address, :at, :ending, :landed, :sentence)
on conflict (address) do update set
  at = excluded.at, ending = excluded.ending, landed = excluded.landed, sentence = excluded.sentence

-- name: sweep-link-checks
delete from link_check where at < :before

-- name: readerships
select week, target, asked, totalled, measure, recipients, opens, clicks, unsubscribes, replies,
  more_like_this, less_like_this, complete, notes
from readership order by week desc, target

-- name: link-clicks
select link, clicks from link_clicks where week = :week and target = :target
order by clicks desc, link

-- name: keep-readership
insert into readership (week, target, asked, totalled, measure, recipients, opens, clicks, unsubscribes, replies,
  more_like_this, less_like_this, complete, notes)
values (:week, :target, :asked, :totalled, :measure, :recipients, :opens, :clicks, :unsubscribes, :replies,
  :moreLikeThis, :lessLikeThis, :complete, :notes)
on conflict (week, target) do update set
  asked = excluded.asked, totalled = excluded.totalled, measure = excluded.measure, recipients = excluded.recipients,
  opens = excluded.opens, clicks = excluded.clicks, unsubscribes = excluded.unsubscribes,
  replies = excluded.replies, more_like_this = excluded.more_like_this,
  less_like_this = excluded.less_like_this, complete = excluded.complete, notes = excluded.notes

-- name: drop-link-clicks
delete from link_clicks where week = :week and target = :target

-- name: insert-link-clicks
insert into link_clicks (week, target, link, clicks) values (:week, :target, :link, :clicks)

-- name: landings
select address, landed from link_check where landed <> ''
