"""What an editor decided about a source, and its effect on each stage. A decision that fits nothing is an error."""

from tei.overrides.decisions import Decisions, read_decisions
from tei.overrides.sidecar import KEYS, LISTED, sidecar_path
from tei.overrides.template import template

__all__ = ["KEYS", "LISTED", "Decisions", "read_decisions", "sidecar_path", "template"]
