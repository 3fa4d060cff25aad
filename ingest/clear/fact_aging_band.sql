-- Every version is loaded anew: a later one ends the one before.
delete from fact_aging_band;
