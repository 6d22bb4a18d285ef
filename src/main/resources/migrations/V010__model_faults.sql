-- What went wrong with an attempt, in one sentence that quotes the provider; and what is to be said of one that went well.
alter table model_call add column detail text;
alter table model_call add column remark text;
