"""Install or name what the tests need beside Python; see lawbook.site.testparts."""

import sys

from lawbook.site.testparts import main

sys.exit(main())
