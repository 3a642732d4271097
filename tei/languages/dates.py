from tei.annotation.dates import *  # noqa
from tei.annotation.dates import find_dates, normalize_date
