-- What the browser or app called itself when the session last got tokens.
alter table session add client text;
