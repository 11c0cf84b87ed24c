@echo off
"%~dp0node.exe" "%~dp0app\bin\policydoc.js" %*
