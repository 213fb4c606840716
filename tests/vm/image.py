# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""What the virtual machine starts from: an initramfs with the built service and all that it needs, and a disk."""
import pathlib
import re
import shutil
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
ZONEINFO = pathlib.Path("/usr/share/zoneinfo")

# Behind the file system some of the disk is left.
FILE_SYSTEM_SIZE = 60 << 20
DISK_SIZE = 64 << 20

# Of the kernel, in this order, where they are not built into it: what the disk hangs on.
MODULES = ("virtio_ring", "virtio", "virtio_pci_modern_dev", "virtio_pci_legacy_dev", "virtio_pci", "virtio_blk")

# By these names the tools are found in /usr/sbin, too, which not everybody's PATH has.
TOOL_PATH = "/usr/bin:/bin:/usr/sbin:/sbin"


def tool(name):
    found = shutil.which(name, path=TOOL_PATH)
    if found is None:
        raise FileNotFoundError(f"{name} is not installed")
    return found


def libraries(program):
    """Every library that the loader takes for it, and the loader itself."""
    said = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
    if "not found" in said:
        raise FileNotFoundError(f"libraries of {program}: {said}")
    return [pathlib.Path(found) for found in re.findall(r"(/\S+) \(0x", said)]


def modules(kernel):
    """The files of MODULES that belong to this kernel, as a package has them: boot/vmlinuz-V beside lib/modules/V."""
    folder = kernel.resolve().parent.parent / "lib/modules" / kernel.name.removeprefix("vmlinuz-")
    found = {file.name.split(".")[0]: file for file in folder.rglob("virtio*.ko*")}
    return [found[name] for name in MODULES if name in found]


def lay_out(root, build, kernel):
    """The initramfs's files, in the folder root. No libraries are loaded later: neither the service nor the bus
    has plugins, and the C library needs none to find a user in /etc/passwd."""
    shutil.rmtree(root, ignore_errors=True)
    for folder in ("bin", "dev", "disk", "etc", "proc", "root", "run", "sys", "tmp"):
        (root / folder).mkdir(parents=True)
    programs = [build / "daemon/calmcalfd", build / "cli/calmcalf", build / "tests/vm/vm_guest", tool("dbus-daemon")]
    for program in programs:
        shutil.copy2(program, root / "bin")
        for library in libraries(program):
            place = root / library.relative_to("/")
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(library.resolve(), place)
    shutil.copy2(tool("busybox"), root / "bin/busybox")
    (root / "lib/modules").mkdir(parents=True, exist_ok=True)
    for number, module in enumerate(modules(kernel)):
        shutil.copy2(module, root / f"lib/modules/{number}-{module.name}")
    shutil.copy2(HERE / "guest/init", root / "init")
    shutil.copy2(HERE / "guest/bus.conf", root / "etc")
    # "right" and "posix" hold every zone once more.
    shutil.copytree(ZONEINFO, root / ZONEINFO.relative_to("/"), symlinks=True,
                    ignore=shutil.ignore_patterns("right", "posix"))
    (root / "etc/localtime").symlink_to(ZONEINFO / "Europe/Berlin")
    (root / "etc/passwd").write_text("root:x:0:0:root:/root:/bin/sh\n", encoding="utf-8")
    (root / "etc/group").write_text("root:x:0:\n", encoding="utf-8")
    (root / "etc/machine-id").write_text("0123456789abcdef0123456789abcdef\n", encoding="utf-8")


def make_initramfs(file, build, kernel):
    """Uncompressed: reading more is faster than unpacking where every instruction is emulated."""
    root = file.with_suffix(".root")
    lay_out(root, build, kernel)
    names = sorted(str(path.relative_to(root)) for path in root.rglob("*"))
    with file.open("wb") as archive:
        subprocess.run([tool("cpio"), "--create", "--format=newc", "--owner=0:0", "--quiet"], cwd=root, check=True,
                       input="\n".join(names).encode(), stdout=archive)
    return file


def make_disk(file):
    """An empty ext4, and a little more."""
    file.unlink(missing_ok=True)
    subprocess.run([tool("qemu-img"), "create", "-q", "-f", "raw", file, str(DISK_SIZE)], check=True)
    subprocess.run([tool("mkfs.ext4"), "-q", "-F", file, f"{FILE_SYSTEM_SIZE >> 10}k"], check=True)
    return file
