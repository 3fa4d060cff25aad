-- Locked first, so that no two processes post at once and none ever has to try again.
select seq, hash from head where id = 1 for update;
