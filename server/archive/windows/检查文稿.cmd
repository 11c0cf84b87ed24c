@echo off
"%~dp0node.exe" "%~dp0app\sheet.mjs" %*
