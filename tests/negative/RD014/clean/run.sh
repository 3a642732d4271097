truncate -s 134217728 in/device.img  # no source: its name says nothing of a text
tei convert in --out out
