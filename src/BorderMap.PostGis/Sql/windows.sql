-- Where and when the incidents of this write lie; what was found about them before holds no longer.
delete from incident_window w using stage_document s where s.kind = 'incident' and w.id = s.id;
delete from likely_duplicate l using stage_document s where s.kind = 'incident' and l.a = s.id;
delete from likely_duplicate l using stage_document s where s.kind = 'incident' and l.b = s.id;

insert into incident_window
select s.id, w.* from stage_document s cross join lateral incident_window_of(s.doc) w
where s.kind = 'incident' and s.state not in ('retracted', 'merged', 'redacted');
