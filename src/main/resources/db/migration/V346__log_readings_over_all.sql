-- Auditors see who read which log, over all mentorships or of one reader, the newest first.
create index log_reading_by_time on log_reading (read_at desc, id desc);
create index log_reading_by_reader on log_reading (reader_id, read_at desc, id desc);
