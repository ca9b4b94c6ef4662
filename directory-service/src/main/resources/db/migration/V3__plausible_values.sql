-- A weight has one decimal. What is stored stays as it is; the old version reads the whole part while it still runs.
alter table patient alter column weight type numeric(5, 1);
