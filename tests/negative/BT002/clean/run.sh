tei convert in --out out
echo '<!-- my remark -->' >> out/notes.xml
tei convert in --out out
