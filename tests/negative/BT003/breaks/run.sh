tei convert in --out out
rm in/letter.txt
tei convert in --out out
