# One server of OpenStack Swift (account, container, object or proxy) as a process of its own. Its programs read
# /etc/swift/swift.conf alone; a test has a folder of its own, and writes nowhere else.
import os
import sys

kind, folder = sys.argv[1], sys.argv[2]
os.environ["EVENTLET_NO_GREENDNS"] = "yes"

from swift.common import utils  # noqa: E402

utils.SWIFT_CONF_FILE = os.path.join(folder, "swift.conf")
utils.validate_hash_conf()

from swift.common.storage_policy import reload_storage_policies  # noqa: E402

reload_storage_policies()

from swift.common.wsgi import run_wsgi  # noqa: E402

sys.exit(run_wsgi(os.path.join(folder, kind + ".conf"), kind + "-server", default_port=0))
