-- What was parked of directory.mappings.v1, waiting or dead, is told anew on v2 (decision 30), and
-- nobody reads v1 any more who could try it again.
delete from parked_fact where topic = 'directory.mappings.v1';
