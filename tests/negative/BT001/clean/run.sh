tei convert in --out out --jobs 2 --timeout 120
