tei convert in --out out --jobs 2 --timeout 0.001  # no source is built so fast
