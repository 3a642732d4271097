tei convert in --out out
rm out/letter.xml
tei convert in --out out
