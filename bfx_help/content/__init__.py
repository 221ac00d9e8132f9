"""The content: reads `data/` into `Content`, or says everything that is wrong with it.

`tables` says which file holds which records, `read_folder` reads and `check_*` check them, one
module for each kind of check; `compiled` keeps the copy that later starts read, `traditional` fills
the languages that come from others.
"""

from bfx_help.content.content import Content
from bfx_help.content.faults import ContentError
from bfx_help.content.folder import bundled
from bfx_help.content.open_folder import close, examine, load, problems, shipped
