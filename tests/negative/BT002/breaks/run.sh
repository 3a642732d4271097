tei convert in --out out
echo '<!-- my remark -->' >> out/letter.xml
tei convert in --out out
