truncate -s 134217729 in/letter.txt  # one byte more than is read
tei convert in --out out
