-- What an account keeps is summed up before each of its uploads.
create index document_of_account on document (uploaded_by) include (size, status);
