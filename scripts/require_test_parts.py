"""Install or name what the tests need beside Python; see lawbook.testparts."""

import sys

from lawbook.testparts import main

sys.exit(main())
