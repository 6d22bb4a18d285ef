-- What was found out of how a model of a service is to be asked, so that no run finds it out again.
create table service_trait (
  service  text not null,
  model    text not null,
  trait    text not null,
  value    text not null,
  at       text not null,
  primary key (service, model, trait)
);
