-- The picture an article is shown with; null: none was found, or the article was read before this was kept.
alter table article add column image_url text;
alter table article add column image_alt text;
